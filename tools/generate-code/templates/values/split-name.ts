const particles = new Set(
  'af al av bin da das de del della den der di do dos du el ibn la le st ten ter van vom von zu zum zur'.split(
    ' ',
  ),
);
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md']);

/** A person's name in two: the family name is the last word with its particles; a single word is a given name. */
export function splitName(name: string): readonly [given: string | undefined, family: string | undefined] {
  const trimmed = name.trim();
  if (trimmed === '') return [undefined, undefined];
  const [before = '', after] = trimmed.split(',').map((part) => part.trim());
  if (after !== undefined && after !== '' && !isSuffix(after)) return [after, before || undefined];
  const words = trimmed.split(/\s+/).filter((word) => word !== '');
  if (words.length < 2) return [trimmed, undefined];
  let at = words.length - 1;
  if (at > 1 && isSuffix(words[at] ?? '')) at -= 1;
  while (at > 1 && particles.has((words[at - 1] ?? '').toLowerCase())) at -= 1;
  return [words.slice(0, at).join(' '), words.slice(at).join(' ')];
}

function isSuffix(word: string): boolean {
  return suffixes.has(word.toLowerCase().replaceAll('.', ''));
}
