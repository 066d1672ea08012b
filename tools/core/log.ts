import { destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** JSON lines on stderr (stdout belongs to results). Warnings only, unless debugging. */
export function createLog(debug: boolean): Logger {
  return pino(
    {
      level: debug ? 'debug' : 'warn',
      base: null,
      redact: {
        paths: ['token', 'apiKey', 'authorization', '*.token', '*.apiKey', '*.authorization'],
        censor: '[secret]',
      },
    },
    destination({ dest: 2, sync: true }),
  );
}
