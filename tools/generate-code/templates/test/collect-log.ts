import type { Log } from '../src/log.ts';

/** A log that keeps its lines, all levels. */
export function collectLog(lines: string[] = []): Log {
  const at = (message: string, details: object = {}) => {
    lines.push(`${JSON.stringify({ message, ...details })}\n`);
  };
  return { debug: at, info: at, warn: at, error: at };
}
