import pino from 'pino';
import type { Log, LogLevel } from './log.ts';

/** Names under which a secret may travel. Nothing here logs them; these are for what others add. */
const secretNames = ['authorization', 'cookie', 'password', 'secret', 'token', 'apiKey', 'record'];

export interface LogOptions {
  readonly name: string;
  readonly level: LogLevel;
  /** Values that must not appear, wherever they come from. */
  readonly secrets: readonly string[];
}

/** Logs as JSON lines on stderr: results go to stdout. Written at once, so that a crash loses none. */
export function pinoLog(
  { name, level, secrets }: LogOptions,
  destination: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  // As they look inside JSON; one that is part of another goes last.
  const hidden = secrets
    .filter((secret) => secret.length >= 6)
    .map((secret) => JSON.stringify(secret).slice(1, -1))
    .sort((a, b) => b.length - a.length);
  const logger = pino(
    {
      base: { name },
      level,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: secretNames.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '[redacted]',
      },
      hooks: {
        streamWrite: (line) => hidden.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), line),
      },
    },
    destination,
  );
  const at =
    (label: LogLevel): Log[LogLevel] =>
    (message, details = {}) =>
      logger[label](details, message);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
