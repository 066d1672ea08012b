// biome-ignore lint/suspicious/noControlCharactersInRegex: commit messages and servers may send any character.
const control = /[\u0000-\u001f\u007f-\u009f]+/g;

/** A text of somebody else, fit for one line of an error message. */
export function oneLine(text: string, limit: number): string {
  return text.replaceAll(control, ' ').trim().slice(0, limit);
}
