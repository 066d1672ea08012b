import { DatabaseSync } from 'node:sqlite';
import { canonicalJson, nearest, RequestError } from '../../tools/core/index.ts';
import { RunRecord } from './run-record.ts';

/** The runs of one CAUSEWAY_HOME, in one SQLite file that several processes may use. */
export class RunStore {
  readonly #db: DatabaseSync;

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL');
    this.#db.exec(
      'CREATE TABLE IF NOT EXISTS runs (id TEXT PRIMARY KEY, created TEXT NOT NULL, record TEXT NOT NULL) STRICT',
    );
  }

  save(record: RunRecord): void {
    this.#db
      .prepare('INSERT INTO runs VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET record = excluded.record')
      .run(record.id, record.createdAt, canonicalJson({ ...record, updatedAt: new Date().toISOString() }));
  }

  /** Throws `unknown_run`. */
  get(id: string): RunRecord {
    const row = this.#db.prepare('SELECT record FROM runs WHERE id = ?').get(id);
    if (row !== undefined) return parse(row);
    const known = this.list().map((run) => run.id);
    const guess = nearest(id, known);
    throw new RequestError(
      'unknown_run',
      `There is no run ${id}`,
      `${guess === undefined ? '' : `Did you mean ${guess}? `}\`causeway runs\` lists them`,
    );
  }

  /** Newest first. */
  list(): RunRecord[] {
    return this.#db.prepare('SELECT record FROM runs ORDER BY created DESC, id').all().map(parse);
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }
}

function parse(row: Record<string, unknown>): RunRecord {
  return RunRecord.parse(JSON.parse(String(row['record'])));
}
