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

  /**
   * Saves `next` only while the run still has the status that was read: two processes cannot both take one step.
   * Answers whether it was saved.
   */
  transition(from: RunRecord['status'], next: RunRecord): boolean {
    const text = canonicalJson({ ...next, updatedAt: new Date().toISOString() });
    const update = "UPDATE runs SET record = ? WHERE id = ? AND json_extract(record, '$.status') = ?";
    return this.#db.prepare(update).run(text, next.id, from).changes > 0;
  }

  /** Throws `unknown_run`. */
  get(id: string): RunRecord {
    const row = this.#db.prepare('SELECT record FROM runs WHERE id = ?').get(id);
    const [record] = readable(row === undefined ? [] : [row]);
    if (record !== undefined) return record;
    const known = this.list().map((run) => run.id);
    const guess = nearest(id, known);
    throw new RequestError(
      'unknown_run',
      `There is no run ${id}`,
      `${guess === undefined ? '' : `Did you mean ${guess}? `}\`causeway runs\` lists them`,
    );
  }

  /** Newest first; only those of one status when it is given. */
  list(status?: RunRecord['status']): RunRecord[] {
    const where = status === undefined ? '' : "WHERE json_extract(record, '$.status') = ?";
    const rows = this.#db.prepare(`SELECT record FROM runs ${where} ORDER BY created DESC, id`);
    return readable(status === undefined ? rows.all() : rows.all(status));
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }
}

/** Records that another version wrote in another shape are passed over, not an error for all the others. */
function readable(rows: readonly Record<string, unknown>[]): RunRecord[] {
  return rows.flatMap((row) => {
    const parsed = RunRecord.safeParse(JSON.parse(String(row['record'])));
    return parsed.success ? [parsed.data] : [];
  });
}
