/** Words that belong to the family name after them. */
const particles = new Set(
  'af al av bin da das de del della den der di do dos du el ibn la le st ten ter van vom von zu zum zur'.split(
    ' ',
  ),
);
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md']);

/**
 * A person's name in two: `Ada de Vries`, `de Vries, Ada`, `Mary Ann Smith Jr.`. The family name is the last word with
 * its particles; a single word is a given name.
 */
export function splitName(name: string): { 'given-name'?: string; 'family-name'?: string } {
  const [before = '', after] = name.split(',').map((part) => part.trim());
  if (after !== undefined && after !== '' && !isSuffix(after)) {
    return { 'given-name': after, ...(before === '' ? {} : { 'family-name': before }) };
  }
  const words = name.split(/\s+/).filter((word) => word !== '');
  if (words.length < 2) return { 'given-name': name };
  let at = words.length - 1;
  if (at > 1 && isSuffix(words[at] ?? '')) at -= 1;
  while (at > 1 && particles.has((words[at - 1] ?? '').toLowerCase())) at -= 1;
  return { 'given-name': words.slice(0, at).join(' '), 'family-name': words.slice(at).join(' ') };
}

function isSuffix(word: string): boolean {
  return suffixes.has(word.toLowerCase().replaceAll('.', ''));
}
