import { RefusedError } from '../../core/index.ts';
import type { Git } from './git.ts';
import { type TreeFile, treeEntry } from './tree-files.ts';

const kinds: Readonly<Record<string, string>> = { '120000': 'a symbolic link', '160000': 'a submodule' };

/**
 * Refuses to write through what is no plain folder: a link, a submodule or a file where the folder or one of its
 * parents should be, and links or submodules inside it.
 */
export async function refuseObstacles(
  git: Git,
  commit: string,
  folder: string,
  inside: readonly TreeFile[],
): Promise<void> {
  const segments = folder.split('/');
  for (const at of segments.keys()) {
    const entry = await treeEntry(git, commit, segments.slice(0, at + 1).join('/'));
    if (entry === undefined) break;
    if (entry.mode !== '040000') throw obstacle(entry);
  }
  const strange = inside.find(({ mode }) => Object.hasOwn(kinds, mode));
  if (strange !== undefined) throw obstacle(strange);
}

function obstacle({ mode, path }: TreeFile): RefusedError {
  return new RefusedError(
    'path_in_the_way',
    `${path} is ${kinds[mode] ?? 'a file'} in the repository, so the connector cannot be written there`,
    'Give another folder for the connector, or move it out of the way',
  );
}
