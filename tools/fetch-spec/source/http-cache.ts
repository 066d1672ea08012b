import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What is remembered of a fetched document, beside its bytes. */
const Entry = z.strictObject({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** SHA-256 of the bytes: the name of the file that holds them. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
type Entry = z.infer<typeof Entry>;

/**
 * Fetched documents in a folder: bytes by their content, so that the same document under two addresses is kept once, and per
 * address what the server must be asked with ("is it still this one?"). A cache that cannot be read or written is as good as
 * an empty one.
 */
export class HttpCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The copy of an address, when there is a sound one, and the headers that ask for a newer one. */
  async find(url: URL): Promise<{ bytes: Uint8Array; headers: Record<string, string> } | undefined> {
    try {
      const entry = Entry.parse(JSON.parse(await readFile(this.#entryFile(url), 'utf8')));
      const bytes = await readFile(join(this.#folder, entry.sha256));
      if (digest(bytes) !== entry.sha256) return undefined;
      return { bytes, headers: conditions(entry) };
    } catch {
      return undefined;
    }
  }

  /** Keeps a document that its server lets be asked for again (`ETag` or `Last-Modified`), unless it says `no-store`. */
  async keep(url: URL, bytes: Uint8Array, headers: Record<string, unknown>): Promise<void> {
    const text = (name: string) => (typeof headers[name] === 'string' ? headers[name] : null);
    const entry: Entry = { etag: text('etag'), lastModified: text('last-modified'), sha256: digest(bytes) };
    if (entry.etag === null && entry.lastModified === null) return;
    if (/\bno-store\b/i.test(text('cache-control') ?? '')) return;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await this.#write(join(this.#folder, entry.sha256), bytes);
      await this.#write(this.#entryFile(url), JSON.stringify(entry));
    } catch {
      // A full disk or a read-only home: the document is there all the same.
    }
  }

  /** The whole address is hashed: a query may hold a token, and is not written down. */
  #entryFile(url: URL): string {
    return join(this.#folder, `${digest(url.href)}.json`);
  }

  /** Whole or not at all: another process may read meanwhile. */
  async #write(file: string, content: Uint8Array | string): Promise<void> {
    const draft = `${file}.${process.pid}.part`;
    await writeFile(draft, content, { mode: 0o600 });
    await rename(draft, file);
  }
}

function conditions({ etag, lastModified }: Entry): Record<string, string> {
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

function digest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
