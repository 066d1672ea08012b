import { DatabaseSync } from 'node:sqlite';
import type { KeyvStoreAdapter, StoredData } from 'keyv';

/**
 * A Keyv store on one SQLite file through Node's own driver. Several processes may use the file at once (WAL, and a
 * busy timeout instead of an error). Expiry is Keyv's: it lies inside the stored value.
 */
export class SqliteAdapter implements KeyvStoreAdapter {
  // Keyv 5 reads `opts.url` and `opts.dialect` in its constructor.
  readonly opts: { url: string; dialect: string };
  namespace?: string;
  readonly #db: DatabaseSync;

  constructor(file: string) {
    this.opts = { url: `sqlite://${file}`, dialect: 'sqlite' };
    this.#db = new DatabaseSync(file);
    this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL');
    this.#db.exec('CREATE TABLE IF NOT EXISTS keyv (key TEXT PRIMARY KEY, value TEXT) STRICT');
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    const row = this.#db.prepare('SELECT value FROM keyv WHERE key = ?').get(key);
    return row?.['value'] as StoredData<Value> | undefined;
  }

  async getMany<Value>(keys: string[]): Promise<StoredData<Value | undefined>[]> {
    return Promise.all(keys.map((key) => this.get<Value>(key)));
  }

  async set(key: string, value: unknown): Promise<boolean> {
    this.#db
      .prepare('INSERT INTO keyv VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
      .run(key, String(value));
    return true;
  }

  async setMany(entries: { key: string; value: unknown }[]): Promise<void> {
    for (const { key, value } of entries) await this.set(key, value);
  }

  async has(key: string): Promise<boolean> {
    return this.#db.prepare('SELECT 1 FROM keyv WHERE key = ?').get(key) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.has(key)));
  }

  async delete(key: string): Promise<boolean> {
    return this.#db.prepare('DELETE FROM keyv WHERE key = ?').run(key).changes > 0;
  }

  async deleteMany(keys: string[]): Promise<boolean> {
    const gone = await Promise.all(keys.map((key) => this.delete(key)));
    return gone.some(Boolean);
  }

  async clear(): Promise<void> {
    if (this.namespace === undefined) this.#db.exec('DELETE FROM keyv');
    else
      this.#db
        .prepare('DELETE FROM keyv WHERE substr(key, 1, ?) = ?')
        .run(this.namespace.length + 1, `${this.namespace}:`);
  }

  async *iterator<Value>(namespace?: string): AsyncGenerator<(string | Awaited<Value> | undefined)[], void> {
    const prefix = namespace === undefined ? '' : `${namespace}:`;
    const rows = this.#db
      .prepare('SELECT key, value FROM keyv WHERE substr(key, 1, ?) = ? ORDER BY key')
      .all(prefix.length, prefix);
    for (const row of rows) yield [String(row['key']), row['value'] as Awaited<Value>];
  }

  async disconnect(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
  }

  on(): this {
    // Keyv listens for 'error'; this driver throws instead.
    return this;
  }
}
