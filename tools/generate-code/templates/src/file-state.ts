import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listAt, readPath, textAt } from './json.ts';
import type { DeadLetter, Seen, StateEntry, SyncState } from './state.ts';

/** Dead letters hold whole records, the id map what they are known by. */
const onlyUs = { folder: 0o700, file: 0o600 } as const;

/**
 * State in a folder: `checkpoint.json`, `id-map.jsonl` and `dead-letters/<run>.jsonl`. The id map is a journal that is
 * only appended to; a line that a crash cut short is ignored, so the create it belonged to counts as begun.
 */
export class FileState implements SyncState {
  readonly #folder: string;
  readonly #run: string;
  readonly #entries = new Map<string, StateEntry>();
  readonly #owners = new Map<string, string>();
  #checkpoint: string | null = null;
  #deadLetters = false;

  private constructor(folder: string, run: string) {
    this.#folder = folder;
    this.#run = run;
  }

  /** Opens the folder, making it when needed. `run` names this run's dead letter file. */
  static async open(folder: string, run: string): Promise<FileState> {
    const state = new FileState(folder, run);
    await mkdir(join(folder, 'dead-letters'), { recursive: true, mode: onlyUs.folder });
    await state.#load();
    return state;
  }

  get checkpoint(): string | null {
    return this.#checkpoint;
  }

  get deadLetterFile(): string | null {
    return this.#deadLetters ? this.#path('dead-letters', `${this.#run}.jsonl`) : null;
  }

  entry(sourceId: string): StateEntry | undefined {
    return this.#entries.get(sourceId);
  }

  ownerOf(targetId: string): string | undefined {
    return this.#owners.get(targetId);
  }

  async beginCreate(sourceId: string, hash: string): Promise<void> {
    await this.#note({ source: sourceId, target: null, hash });
  }

  async written(
    sourceId: string,
    targetId: string,
    hash: string,
    filled: readonly string[],
    seen?: Seen,
  ): Promise<void> {
    await this.#note({ source: sourceId, target: targetId, hash, filled, ...(seen && { seen }) });
  }

  async forget(sourceId: string): Promise<void> {
    await this.#note({ source: sourceId });
  }

  async saveCheckpoint(checkpoint: string): Promise<void> {
    await this.#replace('checkpoint.json', `${JSON.stringify({ since: checkpoint })}\n`);
    this.#checkpoint = checkpoint;
  }

  async addDeadLetter(letter: DeadLetter): Promise<void> {
    this.#deadLetters = true;
    await this.#append(join('dead-letters', `${this.#run}.jsonl`), `${JSON.stringify(letter)}\n`);
  }

  async #load(): Promise<void> {
    const checkpoint = await readOrEmpty(this.#path('checkpoint.json'));
    if (checkpoint !== '') this.#checkpoint = textAt(JSON.parse(checkpoint), ['since']) ?? null;

    const journal = await readOrEmpty(this.#path('id-map.jsonl'));
    const lines = journal.split('\n');
    for (const line of lines) this.#apply(parseLine(line));
    if (lines.length > 2 * this.#entries.size + 100) await this.#compact();
    else if (journal !== '' && !journal.endsWith('\n')) await this.#append('id-map.jsonl', '\n');
  }

  async #note(line: JournalLine): Promise<void> {
    await this.#append('id-map.jsonl', `${JSON.stringify(line)}\n`);
    this.#apply(line);
  }

  #apply(line: JournalLine | undefined): void {
    if (line === undefined) return;
    const previous = this.#entries.get(line.source)?.target;
    if (previous) this.#owners.delete(previous);
    if (line.hash === undefined) {
      this.#entries.delete(line.source);
      return;
    }
    const { target = null, hash, filled = [], seen } = line;
    this.#entries.set(line.source, { target, hash, filled, ...(seen && { seen }) });
    if (line.target) this.#owners.set(line.target, line.source);
  }

  async #compact(): Promise<void> {
    const lines = [...this.#entries].map(([source, entry]) => `${JSON.stringify({ source, ...entry })}\n`);
    await this.#replace('id-map.jsonl', lines.join(''));
  }

  async #append(name: string, text: string): Promise<void> {
    await appendFile(this.#path(name), text, { mode: onlyUs.file });
  }

  /** A reader sees the old file or the new one, never half of it. */
  async #replace(name: string, text: string): Promise<void> {
    await writeFile(this.#path(`${name}.new`), text, { mode: onlyUs.file });
    await rename(this.#path(`${name}.new`), this.#path(name));
  }

  #path(...names: string[]): string {
    return join(this.#folder, ...names);
  }
}

/** Without `hash` the record is forgotten. */
interface JournalLine {
  readonly source: string;
  readonly target?: string | null;
  readonly hash?: string;
  readonly filled?: readonly string[];
  readonly seen?: Seen | undefined;
}

function parseLine(text: string): JournalLine | undefined {
  try {
    const line: unknown = JSON.parse(text);
    const source = readPath(line, ['source']);
    const hash = readPath(line, ['hash']);
    if (typeof source !== 'string') return undefined;
    if (typeof hash !== 'string') return { source };
    const filled = listAt(line, ['filled']).filter((path) => typeof path === 'string');
    return { source, hash, target: textAt(line, ['target']) ?? null, filled, seen: parseSeen(line) };
  } catch {
    return undefined;
  }
}

function parseSeen(line: unknown): Seen | undefined {
  const seen = readPath(line, ['seen']);
  if (typeof seen !== 'object' || seen === null) return undefined;
  return Object.fromEntries(
    Object.entries(seen).map(([path, marks]: [string, unknown]) => {
      const [ours, theirs] = Array.isArray(marks) ? marks.map(String) : [];
      return [path, [ours ?? '', theirs ?? ''] as const];
    }),
  );
}

async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (readPath(error, ['code']) === 'ENOENT') return '';
    throw error;
  }
}
