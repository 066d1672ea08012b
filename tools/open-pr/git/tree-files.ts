import type { Git } from './git.ts';

export interface TreeFile {
  /** `100644` file, `100755` program, `120000` symbolic link, `160000` submodule. */
  readonly mode: string;
  readonly hash: string;
  readonly path: string;
}

/** All files under a path of a commit, or the file that has that very path. */
export async function treeFiles(git: Git, commit: string, path: string): Promise<TreeFile[]> {
  return parse(await git.run(['ls-tree', '-r', '-z', '--full-tree', commit, '--', path]));
}

/** The entry of a path itself, a folder also (mode `040000`). */
export async function treeEntry(git: Git, commit: string, path: string): Promise<TreeFile | undefined> {
  return parse(await git.run(['ls-tree', '-z', '--full-tree', commit, '--', path]))[0];
}

function parse(listing: string): TreeFile[] {
  return splitNul(listing).map((line) => {
    const tab = line.indexOf('\t');
    const [mode = '', , hash = ''] = line.slice(0, tab).split(' ');
    return { mode, hash, path: line.slice(tab + 1) };
  });
}

/** The parts of an answer that git ended with NUL, one by one. */
export function splitNul(text: string): string[] {
  return text.split('\0').filter((part) => part !== '');
}
