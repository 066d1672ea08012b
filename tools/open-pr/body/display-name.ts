/**
 * A system's name as its vendor writes it. Schemas carry only `hubspot`, so the spelling is looked up in texts that
 * name it ("HubSpot"); else its first letter becomes a capital.
 */
export function displayName(system: string, texts: readonly (string | null)[]): string {
  const word = new RegExp(
    `(?<![\\p{L}\\p{N}])${system.replaceAll(/[^a-z0-9]/gi, '.?')}(?![\\p{L}\\p{N}])`,
    'giu',
  );
  for (const text of texts) {
    for (const [spelling] of (text ?? '').matchAll(word)) if (/^\p{Lu}/u.test(spelling)) return spelling;
  }
  return system.charAt(0).toUpperCase() + system.slice(1);
}
