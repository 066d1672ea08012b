/**
 * Splits an identifier or a label into lower-case words: camelCase, snake_case, kebab-case, digits apart.
 * `address1_line1` → address 1 line 1, `externalIDs` → external ids, `Région__c` → région c.
 */
export function splitIdentifier(name: string): string[] {
  return name
    .normalize('NFKC')
    .replace(/IDs\b/g, 'Ids')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
