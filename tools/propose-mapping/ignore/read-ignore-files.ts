import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readCallerFile } from '../../core/documents/caller-file.ts';
import { decode } from '../../core/documents/decode.ts';
import { parseYaml } from '../../core/documents/parse-yaml.ts';
import { type IgnoreList, parseIgnoreList } from './ignore-list.ts';

/**
 * The lists in `.causeway/ignore.yaml` of a folder and those above it, up to the repository's root. Empty where files may
 * not be named. Throws `bad_ignore_list`, `not_a_spec`, `unreadable_path`.
 */
export async function readIgnoreFiles(cwd: string | null, signal: AbortSignal): Promise<IgnoreList[]> {
  const lists: IgnoreList[] = [];
  for (let folder = cwd; folder !== null; ) {
    const file = join(folder, '.causeway', 'ignore.yaml');
    if (await exists(file)) {
      lists.push(parseIgnoreList(parseYaml(decode(await readCallerFile(file, signal)), []), file));
    }
    const isRoot = await exists(join(folder, '.git'));
    folder = isRoot || dirname(folder) === folder ? null : dirname(folder);
  }
  return lists;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
