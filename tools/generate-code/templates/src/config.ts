// Stand-in for the generated file, so that the templates around it are type-checked. Never copied.
import type { LogLevel } from './log.ts';

export interface Config {
  readonly stateDir: string;
  readonly logLevel: LogLevel;
}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return { stateDir: env['STATE_DIR'] ?? './.state', logLevel: 'info' };
}
