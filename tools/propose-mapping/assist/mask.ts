/** Longer texts are cut: the form of a value shows in its beginning. */
const longestShape = 24;

/**
 * The form of a value without the value: letters become `a` or `A`, digits `9`, everything that is not plain punctuation
 * `?`. `ada@example.com` is `aaa@aaaaaaa.aaa`.
 */
export function shapeOf(value: string): string {
  const letters = [...value.slice(0, 4 * longestShape)];
  const shape = letters.slice(0, longestShape).map(shapeOfLetter).join('');
  return letters.length > longestShape ? `${shape}…` : shape;
}

function shapeOfLetter(letter: string): string {
  if (/\p{Lu}/u.test(letter)) return 'A';
  if (/\p{L}/u.test(letter)) return 'a';
  if (/\p{N}/u.test(letter)) return '9';
  return /[ -~]/.test(letter) ? letter : '?';
}

/** What a person, an account or a secret could be known by, wherever it stands in a text. */
const telling = [
  // Addresses of people and of what they are logged in to.
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu,
  /\b[a-z][a-z0-9+.-]*:\/\/\S+/giu,
  // Telephone, card and account numbers: seven digits or more, however grouped.
  /\+?\d(?:[\s().-]{0,2}\d){6,}/gu,
  // Keys and tokens: long runs of letters that hold digits, or that no word is as long as.
  /(?=[\w-]*\d)(?=[\w-]*\p{L})[\p{L}\p{N}_-]{16,}/gu,
  /[\p{L}\p{N}]{32,}/gu,
];

/** A text from outside for a model: what could tell of a person or a secret as its shape, cut at `most` letters. */
export function maskedProse(text: string, most: number): string {
  const plain = telling.reduce(
    (masked, pattern) => masked.replace(pattern, shapeOf),
    text
      .slice(0, 4 * most)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const letters = [...plain];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : plain;
}
