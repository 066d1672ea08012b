import type { CausewayError } from '../../tools/core/index.ts';
import { printJson, say } from './print.ts';

/** One line for people, the JSON form for programs, a stack trace only when debugging. */
export function printError(error: CausewayError, options: { json: boolean; debug: boolean }): void {
  const oneLine = `${error.message.replace(/\.$/, '')}. ${error.hint}`.replaceAll(/\s*\n\s*/g, ' ');
  say(`causeway: ${error.code}: ${oneLine}`);
  if (options.json) printJson({ error: error.toJSON() });
  if (options.debug) say(String(error.cause instanceof Error ? error.cause.stack : error.stack));
}
