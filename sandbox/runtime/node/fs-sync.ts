import { clock } from '../clock.ts';
import { Buffer, decode, type Encoding, encode } from './buffer.ts';
import { fsError } from './fs-error.ts';
import { type Entry, tree } from './fs-tree.ts';
import { basename, dirname, resolve } from './path.ts';

export type PathLike = string | URL;
type Data = string | Uint8Array;
type EncodingOption = Encoding | { encoding?: Encoding | null; flag?: string } | null | undefined;

const place = (path: PathLike): string =>
  typeof path === 'string' ? path : decodeURIComponent(path.pathname);
const bytesOf = (data: Data, option: EncodingOption): Uint8Array =>
  typeof data === 'string' ? encode(data, encodingOf(option) ?? 'utf8') : data.slice();
const encodingOf = (option: EncodingOption): Encoding | null =>
  (typeof option === 'string' ? option : option?.encoding) ?? null;

export const existsSync = (path: PathLike): boolean => tree.find(place(path)) !== undefined;

export function readFileSync(path: PathLike, option?: EncodingOption): Buffer | string {
  const { bytes } = tree.file(place(path), 'open');
  const encoding = encodingOf(option);
  return encoding === null ? Buffer.from(bytes) : decode(bytes, encoding);
}

export function writeFileSync(path: PathLike, data: Data, option?: EncodingOption): void {
  const flag = typeof option === 'object' ? option?.flag : undefined;
  if (flag?.includes('x') && existsSync(path)) throw fsError('EEXIST', 'open', place(path));
  if (flag?.startsWith('a')) appendFileSync(path, data, option);
  else tree.write(place(path), bytesOf(data, option));
}

export function appendFileSync(path: PathLike, data: Data, option?: EncodingOption): void {
  const before = existsSync(path) ? tree.file(place(path), 'open').bytes : new Uint8Array();
  tree.write(place(path), Buffer.concat([before, bytesOf(data, option)]));
}

export function mkdirSync(path: PathLike, option?: { recursive?: boolean }): string | undefined {
  const full = resolve(place(path));
  const entry = tree.find(full);
  if (entry !== undefined) {
    if (option?.recursive && entry.kind === 'directory') return undefined;
    throw fsError('EEXIST', 'mkdir', place(path));
  }
  const parent = tree.find(dirname(full));
  if (parent?.kind === 'file') throw fsError('ENOTDIR', 'mkdir', place(path));
  if (parent === undefined && !option?.recursive) throw fsError('ENOENT', 'mkdir', place(path));
  const first = parent === undefined ? mkdirSync(dirname(full), option) : full;
  tree.makeDirectory(full);
  return option?.recursive ? first : undefined;
}

let lastTemporary = 0;
export function mkdtempSync(prefix: string): string {
  const path = prefix + String(++lastTemporary).padStart(6, '0');
  mkdirSync(path);
  return path;
}

export function renameSync(from: PathLike, to: PathLike): void {
  tree.get(place(from), 'rename');
  tree.get(dirname(resolve(place(to))), 'rename');
  tree.move(place(from), place(to));
}

export function copyFileSync(from: PathLike, to: PathLike): void {
  tree.write(place(to), tree.file(place(from), 'copyfile').bytes.slice());
}

export function rmSync(path: PathLike, option?: { recursive?: boolean; force?: boolean }): void {
  const entry = tree.find(place(path));
  if (entry === undefined && option?.force) return;
  if (tree.get(place(path), 'rm').kind === 'directory' && !option?.recursive) {
    throw fsError('EISDIR', 'rm', place(path));
  }
  tree.remove(place(path));
}

export function unlinkSync(path: PathLike): void {
  tree.file(place(path), 'unlink');
  tree.remove(place(path));
}

export function rmdirSync(path: PathLike): void {
  folder(path, 'rmdir');
  if (tree.children(place(path)).length > 0) throw fsError('ENOTEMPTY', 'rmdir', place(path));
  tree.remove(place(path));
}

export function readdirSync(path: PathLike, option?: { withFileTypes?: boolean }) {
  folder(path, 'scandir');
  const children = tree.children(place(path));
  if (!option?.withFileTypes) return children.map((child) => basename(child));
  return children.map((child) => ({
    name: basename(child),
    parentPath: place(path),
    ...kind(tree.get(child, 'scandir')),
  }));
}

export function statSync(path: PathLike) {
  const entry = tree.get(place(path), 'stat');
  const { mtimeMs } = entry;
  const size = entry.kind === 'file' ? entry.bytes.length : 0;
  return { size, mtimeMs, mtime: new Date(mtimeMs), mode: 0o644, ...kind(entry) };
}

export function accessSync(path: PathLike): void {
  tree.get(place(path), 'access');
}

export function utimesSync(path: PathLike): void {
  tree.get(place(path), 'utime').mtimeMs = clock.now();
}

function folder(path: PathLike, syscall: string): void {
  if (tree.get(place(path), syscall).kind === 'file') throw fsError('ENOTDIR', syscall, place(path));
}

function kind(entry: Entry) {
  return {
    isFile: () => entry.kind === 'file',
    isDirectory: () => entry.kind === 'directory',
    isSymbolicLink: () => false,
  };
}
