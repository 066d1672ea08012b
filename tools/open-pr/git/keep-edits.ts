import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Git } from './git.ts';
import type { TreeFile } from './tree-files.ts';

interface File {
  readonly path: string;
  readonly content: string;
}

/** What people had changed in generated files, by path in the repository. */
export interface Edits {
  /** Both their changes and ours are in the file now. */
  readonly merged: readonly string[];
  /** Theirs and ours are in the same lines: their file stays, ours is beside it. */
  readonly conflicts: readonly string[];
}

/** Where our version of a file goes that people have changed in the same lines. */
export const besideName = (path: string): string => `${path}.generated`;

const Lock = z.object({ files: z.record(z.string(), z.string()) });

/**
 * Merges what people changed in generated files since they were generated: three-way, from the version that the lock
 * file in the repository names. Where there is no lock file, nothing is known of changes and the files stay as given.
 */
export async function keepEdits(
  git: Git,
  folder: string,
  files: readonly File[],
  existing: readonly TreeFile[],
): Promise<{ files: File[]; edits: Edits }> {
  const there = new Map(existing.map(({ path, hash }) => [path, hash]));
  const lock = await readLock(git, there.get(`${folder}/causeway.lock.json`));
  const edits = { merged: [] as string[], conflicts: [] as string[] };
  if (lock === null) return { files: [...files], edits };

  const kept: File[] = [];
  for (const file of files) {
    const { path } = file;
    const now = there.get(path);
    const then = lock.get(path.slice(folder.length + 1));
    if (now === undefined || now === then || path.endsWith('/causeway.lock.json')) {
      kept.push(file);
      continue;
    }
    const content = await git.run(['cat-file', 'blob', now]);
    if (content === file.content) continue;
    const before =
      then === undefined ? null : await git.ask(['cat-file', '-p', then]).then((found) => found !== null);
    const merged = before ? await merge(git, content, then ?? '', file.content) : null;
    if (merged === null) {
      edits.conflicts.push(path);
      kept.push({ path: besideName(path), content: file.content });
    } else {
      edits.merged.push(path);
      kept.push({ path, content: merged });
    }
  }
  return { files: kept, edits };
}

/** Relative path → id of the blob that was generated. Null where there is no lock file of ours. */
async function readLock(git: Git, hash: string | undefined): Promise<ReadonlyMap<string, string> | null> {
  if (hash === undefined) return null;
  try {
    return new Map(Object.entries(Lock.parse(JSON.parse(await git.run(['cat-file', 'blob', hash]))).files));
  } catch {
    return null;
  }
}

/** The file with both changes; null where they touch the same lines. */
async function merge(git: Git, theirs: string, baseId: string, ours: string): Promise<string | null> {
  const dir = await mkdtemp(join(tmpdir(), 'causeway-merge-'));
  try {
    const base = await git.run(['cat-file', 'blob', baseId]);
    const [now, then, next] = ['now', 'then', 'next'].map((name) => join(dir, name)) as [
      string,
      string,
      string,
    ];
    await Promise.all([writeFile(now, theirs), writeFile(then, base), writeFile(next, ours)]);
    // Its exit code is the number of conflicts.
    return await git.run(['merge-file', '-p', '--quiet', now, then, next]).catch(() => null);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
