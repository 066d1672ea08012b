import { RequestError } from '../tools/core/index.ts';

/** Refuses an address that other machines can reach. Throws `host_not_loopback`. */
export function requireLoopback(host: string): void {
  if (['127.0.0.1', 'localhost', '::1'].includes(host)) return;
  throw new RequestError(
    'host_not_loopback',
    `The MCP server has no authentication yet, so it does not listen on ${host}`,
    'Use 127.0.0.1, and put a proxy that authenticates (and sends Host: localhost) in front',
  );
}

/** Why a port could not be taken, in words. */
export function listenError(error: unknown, host: string, port: number): RequestError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const options = { cause: error };
  if (code === 'EADDRINUSE')
    return new RequestError(
      'port_in_use',
      `Port ${port} of ${host} is in use`,
      'Give another --port, or 0 for a free one',
      options,
    );
  return new RequestError(
    'cannot_listen',
    `Cannot listen on ${host}:${port} (${code})`,
    'Give another --port or --host',
    options,
  );
}
