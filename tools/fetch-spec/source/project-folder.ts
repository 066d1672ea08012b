import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Folder of a repository for what its people add to Causeway: `catalog/` and `overlays/`. */
export const projectFolder = '.causeway';

/**
 * Files of a subfolder of `.causeway`, in the folder given and those above it up to the repository's root; the
 * nearest first, sorted by name. Empty where files may not be named.
 */
export async function projectFiles(
  cwd: string | null,
  subfolder: string,
  extension: RegExp,
): Promise<string[]> {
  const found: string[] = [];
  for (let folder = cwd; folder !== null; ) {
    const here = join(folder, projectFolder, subfolder);
    const names = await readdir(here).catch(() => []);
    found.push(
      ...names
        .filter((name) => extension.test(name))
        .sort()
        .map((name) => join(here, name)),
    );
    const root = await exists(join(folder, '.git'));
    folder = root || dirname(folder) === folder ? null : dirname(folder);
  }
  return found;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
