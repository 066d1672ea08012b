import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';

/** The name that the bundle has inside the isolate, and so in stack traces. */
export const bundleName = 'sandbox-bundle.js';

const frame = new RegExp(`${bundleName.replace('.', '\\.')}:(\\d+):(\\d+)`, 'g');

/** Finds the place in the given sources where an error arose: the first stack frame that leads to one, or null. */
export function sourcePosition(map: string, stack: string): string | null {
  const trace = new TraceMap(map);
  for (const [, line, column] of stack.matchAll(frame)) {
    const place = { line: Number(line), column: Math.max(0, Number(column) - 1) };
    if (place.line < 1) continue;
    const found = originalPositionFor(trace, place);
    if (found.source?.startsWith('virtual:')) {
      return `${found.source.slice('virtual:'.length)}:${found.line}:${found.column + 1}`;
    }
  }
  return null;
}
