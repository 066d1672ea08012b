import { styleText } from 'node:util';
import { visible } from '../../tools/core/index.ts';

type Style = Parameters<typeof styleText>[0];

/** A piece of a line for people. The text of either kind may come from outside: it is made safe when it is shown. */
export type Piece = string | Styled;

interface Styled {
  readonly style: Style;
  readonly text: string;
}

/** Coloured on a terminal only; NO_COLOR and FORCE_COLOR are respected. */
export function styled(style: Style, text: string): Styled {
  return { style, text };
}

/** The pieces as one line: the only place where our own colours are made, after all others are gone. */
export function rendered(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) =>
      typeof piece === 'string'
        ? plain(piece)
        : styleText(piece.style, plain(piece.text), { stream: process.stderr }),
    )
    .join('');
}

/** Text from outside, on one line, made safe for a terminal. Spaces stay, so that columns do. */
export function plain(text: string): string {
  return visible(text).replaceAll('\n', ' ');
}
