import { stripVTControlCharacters, styleText } from 'node:util';

/** The one JSON document of a command, on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** A line for people, on stderr. */
export function say(line = ''): void {
  process.stderr.write(`${line}\n`);
}

type Style = Parameters<typeof styleText>[0];

/** Coloured on a terminal only; NO_COLOR and FORCE_COLOR are respected. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stderr });
}

/** Text from outside, made safe for a terminal: no escape sequences, no control characters. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  return stripVTControlCharacters(text).replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}
