// Stand-in for the generated file, so that the templates around it are type-checked. Never copied.
import type { LogLevel } from './log.ts';

export interface Config {
  readonly stateDir: string;
  readonly logLevel: LogLevel;
  readonly secrets: readonly string[];
}

export declare const connectorName: string;

export declare function readConfig(env: Readonly<Record<string, string | undefined>>): Config;
