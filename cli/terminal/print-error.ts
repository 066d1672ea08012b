import type { CausewayError } from '../../tools/core/index.ts';
import { printJson, say, sayLines } from './print.ts';

/** One line for people, the JSON form for programs, a stack trace only when debugging. */
export function printError(error: CausewayError, options: { json: boolean; debug: boolean }): void {
  say(
    `causeway: ${error.code}: ${`${error.message.replace(/\.$/, '')}. ${error.hint}`.replaceAll(/\s*[\r\n]\s*/g, ' ')}`,
  );
  if (options.json) printJson({ error: error.toJSON() });
  if (options.debug) sayLines(String(error.cause instanceof Error ? error.cause.stack : error.stack));
}
