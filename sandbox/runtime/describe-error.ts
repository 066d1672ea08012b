import { outputLimits } from './limits.ts';
import { cut, jsonOf, stringify, toText } from './primordials.ts';

const plainNames: readonly string[] = ['Error', 'AssertionError'];

/**
 * Any thrown value as JSON text `{ "message", "stack" }`. The value is hostile: its getters and `toString` may
 * throw, so every touch is guarded. The stack is raw; the parent maps it to the source.
 */
export function errorJson(thrown: unknown): string {
  const message = guarded(() => messageOf(thrown)) ?? 'an error that cannot be shown';
  const stack = guarded(() => (thrown instanceof Error ? toText(thrown.stack) : '')) ?? '';
  return `{"message":${stringify(cut(message, outputLimits.message))},"stack":${stringify(cut(stack, outputLimits.stack))}}`;
}

function messageOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) {
    return typeof thrown === 'string' ? thrown : `thrown: ${jsonOf(thrown) ?? toText(thrown)}`;
  }
  const name = toText(thrown.name);
  const text = toText(thrown.message);
  const message = plainNames.includes(name) ? text : `${name}: ${text}`;
  return message + comparison(thrown);
}

/** What an assertion expected and received, in full: its own message shortens both. */
function comparison(error: Error): string {
  if (!('expected' in error && 'actual' in error && error.name === 'AssertionError')) return '';
  const expected = shown(error.expected);
  const actual = shown(error.actual);
  if (expected.length + actual.length < 60) return '';
  return `\n  expected: ${expected}\n  received: ${actual}`;
}

function shown(value: unknown): string {
  return cut(guarded(() => jsonOf(value)) ?? toText(value), outputLimits.message / 4);
}

function guarded<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
