import { type Piece, rendered } from './piece.ts';

// Legal in JSON, and a terminal or a reader would trip over them.
const unsafe = /[\u007f-\u009f\u2028\u2029]|\p{Cf}/gu;

/** The one JSON document of a command, on stdout. What JSON leaves raw and a terminal would act on is escaped. */
export function printJson(value: unknown): void {
  process.stdout.write(`${jsonText(value)}\n`);
}

/** The text of `printJson`: the same value to a parser, harmless on a terminal. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(unsafe, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** One line for people, on stderr: whatever is in a piece, it stays one line and does nothing to a terminal. */
export function say(...pieces: readonly Piece[]): void {
  process.stderr.write(`${rendered(pieces)}\n`);
}

/** A text of several lines, on stderr. */
export function sayLines(text: string): void {
  for (const line of text.trimEnd().split('\n')) say(line);
}
