import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Label } from './label.ts';

/** All labels, by name of their file. */
export async function loadLabels(
  folder: string = join(import.meta.dirname, 'labels'),
): Promise<Map<string, Label>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const labels = await Promise.all(
    names.map(
      async (name) =>
        [
          name.slice(0, -'.yaml'.length),
          Label.parse(load(await readFile(join(folder, name), 'utf8'))),
        ] as const,
    ),
  );
  return new Map(labels);
}
