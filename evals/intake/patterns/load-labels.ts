import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { type Label, LabelFile } from './label.ts';

/** All labels, by name of their file. */
export async function loadLabels(
  folder: string = join(import.meta.dirname, 'labels'),
): Promise<Map<string, Label>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const labels = await Promise.all(
    names.map(async (name) => LabelFile.parse(load(await readFile(join(folder, name), 'utf8')))),
  );
  return new Map(labels.map((label, index) => [names[index]?.replace('.yaml', '') ?? '', label]));
}
