export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];
export type Log = Readonly<
  Record<LogLevel, (message: string, details?: Readonly<Record<string, unknown>>) => void>
>;

/** JSON lines, one per event. `write` gets each line; results go to stdout, so logs belong on stderr. */
export function createLog(minimum: LogLevel, write: (line: string) => void): Log {
  const at =
    (level: LogLevel): Log[LogLevel] =>
    (message, details = {}) => {
      if (logLevels.indexOf(level) < logLevels.indexOf(minimum)) return;
      write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...details })}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
