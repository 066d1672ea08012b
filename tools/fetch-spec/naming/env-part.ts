/** `accountId` → `ACCOUNT_ID`. */
export function envPart(name: string): string {
  const parts = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
  return parts.replaceAll(/[^A-Z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '') || 'VALUE';
}
