import { clock } from '../clock.ts';
import { fsError } from './fs-error.ts';
import { dirname, resolve } from './path.ts';

interface FileEntry {
  readonly kind: 'file';
  bytes: Uint8Array;
  mtimeMs: number;
}
interface DirectoryEntry {
  readonly kind: 'directory';
  mtimeMs: number;
}
export type Entry = FileEntry | DirectoryEntry;

const entries = new Map<string, Entry>();

/** The in-memory file system: absolute paths to entries. It lives and dies with the isolate. */
export const tree = {
  find: (path: string): Entry | undefined => entries.get(resolve(path)),

  get(path: string, syscall: string): Entry {
    const entry = tree.find(path);
    if (entry === undefined) throw fsError('ENOENT', syscall, path);
    return entry;
  },

  file(path: string, syscall: string): FileEntry {
    const entry = tree.get(path, syscall);
    if (entry.kind === 'directory') throw fsError('EISDIR', 'read', path);
    return entry;
  },

  /** Full paths of what is directly inside, sorted. */
  children(path: string): string[] {
    const folder = resolve(path);
    return [...entries.keys()].filter((key) => key !== folder && dirname(key) === folder).sort();
  },

  write(path: string, bytes: Uint8Array): void {
    const full = resolve(path);
    const parent = entries.get(dirname(full));
    if (parent === undefined) throw fsError('ENOENT', 'open', path);
    if (parent.kind === 'file') throw fsError('ENOTDIR', 'open', path);
    if (entries.get(full)?.kind === 'directory') throw fsError('EISDIR', 'open', path);
    entries.set(full, { kind: 'file', bytes, mtimeMs: clock.now() });
  },

  makeDirectory(path: string): void {
    entries.set(resolve(path), { kind: 'directory', mtimeMs: clock.now() });
  },

  /** Removes an entry and everything below it. */
  remove(path: string): void {
    const full = resolve(path);
    for (const key of [...entries.keys()])
      if (key === full || key.startsWith(`${full}/`)) entries.delete(key);
  },

  /** Moves an entry and everything below it; what was at the new place is gone. */
  move(from: string, to: string): void {
    const [old, next] = [resolve(from), resolve(to)];
    if (old === next) return;
    const moved = [...entries].filter(([key]) => key === old || key.startsWith(`${old}/`));
    tree.remove(next);
    for (const [key, entry] of moved) {
      entries.delete(key);
      entries.set(next + key.slice(old.length), entry);
    }
  },
};

for (const folder of ['/', '/tmp', '/home', '/home/sandbox']) tree.makeDirectory(folder);
