const words = {
  ENOENT: 'no such file or directory',
  EEXIST: 'file already exists',
  ENOTDIR: 'not a directory',
  EISDIR: 'illegal operation on a directory',
  ENOTEMPTY: 'directory not empty',
} as const;

export type FsCode = keyof typeof words;

/** A file system error as Node makes it: code, syscall and path, and the same sentence. */
export function fsError(code: FsCode, syscall: string, path: string): Error {
  const error = new Error(`${code}: ${words[code]}, ${syscall} '${path}'`);
  return Object.assign(error, { code, syscall, path });
}
