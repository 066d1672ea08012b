import { Keyv } from 'keyv';
import { RequestError } from '../errors/index.ts';
import { SqliteAdapter } from './sqlite-adapter.ts';

/** A store that cannot be reached is an error after this many milliseconds, not a wait for ever. */
const remote = { throwOnConnectError: true, throwOnErrors: true, connectionTimeout: 5_000 } as const;

/**
 * Opens the store behind a URL: `sqlite:///path/file.db`, `postgres://…` or `redis://…`. Connecting to Postgres or
 * Redis happens at first use. Errors never carry the URL, it may hold a password.
 */
export async function openKeyv(url: string): Promise<Keyv> {
  // Artifacts never expire, and an error must reach the caller instead of looking like a missing value.
  const options = { throwOnErrors: true, emitErrors: false } as const;
  const scheme = /^([a-z]+):/.exec(url)?.[1];
  if (scheme === 'sqlite')
    return new Keyv({ store: new SqliteAdapter(url.slice('sqlite://'.length)), ...options });
  if (scheme === 'postgres' || scheme === 'postgresql') {
    const { KeyvPostgres } = await import('@keyv/postgres');
    return new Keyv({ store: new KeyvPostgres({ uri: url, table: 'causeway_artifacts' }), ...options });
  }
  if (scheme === 'redis' || scheme === 'rediss') {
    const { default: KeyvRedis } = await import('@keyv/redis');
    return new Keyv({ store: new KeyvRedis(url, remote), ...options });
  }
  throw new RequestError(
    'bad_store_url',
    'CAUSEWAY_STORE is not a sqlite:, postgres: or redis: URL',
    'Leave it unset for a SQLite file in CAUSEWAY_HOME',
  );
}
