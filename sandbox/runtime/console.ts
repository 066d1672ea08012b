import { outputLimits } from './limits.ts';
import { cut, defineGlobal, JsonList, jsonOf, stringify, toText } from './primordials.ts';

const lines = new JsonList();
let overflown = false;

/** What the code logged so far, as a JSON list of lines. */
export const logs = {
  json: (): string => lines.toString(),
  /** True when the code logged more than it may: the run is over. */
  overflown: (): boolean => overflown,
};

function write(...values: unknown[]): void {
  if (!overflown) {
    let line = '';
    for (let at = 0; at < values.length; at++) line += (at === 0 ? '' : ' ') + shown(values[at]);
    if (lines.length + line.length <= outputLimits.logs) {
      lines.add(stringify(line));
      return;
    }
    overflown = true;
  }
  throw new RangeError(`the code logged more than ${outputLimits.logs / 1024} KB`);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    const text = typeof value === 'object' && value !== null ? jsonOf(value) : undefined;
    return cut(text ?? toText(value), outputLimits.logs);
  } catch {
    return '[object]';
  }
}

/** Puts `console` on the global object: every level is one list of lines. */
export function installConsole(): void {
  const names = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table', 'group'];
  const quiet = ['groupEnd', 'groupCollapsed', 'time', 'timeEnd', 'timeLog', 'count', 'assert', 'clear'];
  defineGlobal(
    'console',
    Object.fromEntries([
      ...names.map((name) => [name, write]),
      ...quiet.map((name) => [name, () => undefined]),
    ]),
  );
}
