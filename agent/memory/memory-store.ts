import { DatabaseSync } from 'node:sqlite';
import { canonicalJson, type Memory } from '../../tools/core/index.ts';
import { RememberedRow } from '../../tools/model/index.ts';

/** As many decisions are read for one proposal; older ones no longer speak. */
const most = 5_000;

/** The decisions of one CAUSEWAY_HOME, in one SQLite file that several processes may use. */
export class MemoryStore implements Memory {
  readonly #db: DatabaseSync;

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL');
    this.#db.exec(`CREATE TABLE IF NOT EXISTS decisions (
      key TEXT PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL, at TEXT NOT NULL, row TEXT NOT NULL
    ) STRICT`);
  }

  recall(sourceSystem: string, targetSystem: string): RememberedRow[] {
    const rows = this.#db
      .prepare(
        'SELECT row FROM decisions WHERE source IN (?, ?) OR target IN (?, ?) ORDER BY at DESC, key LIMIT ?',
      )
      .all(sourceSystem, targetSystem, sourceSystem, targetSystem, most);
    // What another version wrote in another shape is passed over, not an error for everything else.
    return rows.flatMap(({ row }) => {
      const parsed = RememberedRow.safeParse(JSON.parse(String(row)));
      return parsed.success ? [parsed.data] : [];
    });
  }

  remember(rows: readonly RememberedRow[]): void {
    const save = this.#db.prepare(
      'INSERT INTO decisions VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET at = excluded.at, row = excluded.row',
    );
    const now = new Date().toISOString();
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      for (const row of rows) {
        // A rejected pair and an approved one of the same target are two decisions.
        const { source, target, targetPath, sourcePaths, verdict } = row;
        const which = verdict === 'rejected' ? sourcePaths : 'taken';
        const key = canonicalJson([source, target, targetPath, which]);
        save.run(key, source.system, target.system, now, canonicalJson(row));
      }
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }
}
