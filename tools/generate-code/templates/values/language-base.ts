/** The language of a language tag: `en` of `en-US`. */
export function languageBase(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return /^[a-z]{2,3}(?=$|[-_])/i.exec(value.trim())?.[0]?.toLowerCase();
}
