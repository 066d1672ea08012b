import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { RequestError } from '../../tools/core/index.ts';
import { MappingCase } from './mapping-case.ts';

export interface Dataset {
  readonly name: string;
  readonly cases: readonly MappingCase[];
}

/**
 * Reads a folder of cases; each sub-folder with cases is a dataset of its own. Names are sorted, so that a run is
 * repeatable. Throws `no_cases` or `bad_case`.
 */
export async function loadDatasets(folder: string): Promise<Dataset[]> {
  const root = resolve(folder);
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(root, name));
  const datasets: Dataset[] = [];
  for (const path of [root, ...folders.sort()]) {
    const cases = await loadCases(path);
    if (cases.length > 0) datasets.push({ name: basename(path), cases });
  }
  if (datasets.length === 0) {
    throw new RequestError(
      'no_cases',
      `There are no mapping cases in ${folder}`,
      'Give a folder that holds case files (*.json), or folders of them',
    );
  }
  return datasets;
}

async function loadCases(folder: string): Promise<MappingCase[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map((name) => loadCase(join(folder, name))));
}

async function loadCase(path: string): Promise<MappingCase> {
  const text = await readFile(path, 'utf8');
  try {
    return MappingCase.parse(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new RequestError(
      'bad_case',
      `${path} is not a mapping case: ${why}`,
      'Correct the file or move it away',
      {
        cause,
      },
    );
  }
}
