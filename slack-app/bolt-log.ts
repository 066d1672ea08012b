import { format } from 'node:util';
import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from '../tools/core/index.ts';

/**
 * Bolt's log in ours. Its debug and info lines are dropped: they hold whole payloads. `clean` takes secrets out of
 * the rest.
 */
export function boltLog(log: Logger, clean: (text: string) => string): BoltLogger {
  const words = (parts: unknown[]) => clean(format(...parts.map(messageOf)));
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => log.warn({ from: 'slack' }, words(parts)),
    error: (...parts: unknown[]) => log.error({ from: 'slack' }, words(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

/** An error of the Web API client carries the whole request; its message is enough. */
function messageOf(part: unknown): unknown {
  return part instanceof Error ? part.message : part;
}
