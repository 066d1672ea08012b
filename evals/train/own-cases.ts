import { readdir, realpath } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RequestError } from '../../tools/core/index.ts';
import type { Dataset } from '../dataset/load-datasets.ts';

const own = new URL('../cases/', import.meta.url);

/** Our own cases are what we report on: a model that has seen them would prove nothing. Throws `own_cases`. */
export async function refuseOwnCases(
  folders: readonly string[],
  datasets: readonly Dataset[],
): Promise<void> {
  const home = await realpath(fileURLToPath(own));
  for (const folder of folders) {
    const path = relative(home, await realpath(folder));
    if (path === '' || !(path.startsWith('..') || path.startsWith('/'))) refuse(folder);
  }
  // A copy of them elsewhere is no better.
  const ids = new Set((await readdir(home)).map((name) => name.replace(/\.json$/, '')));
  for (const { cases } of datasets) {
    for (const { id } of cases) if (ids.has(id)) refuse(`the case ${id}`);
  }
}

function refuse(what: string): never {
  throw new RequestError(
    'own_cases',
    `Causeway's own evals/cases are never trained on, and ${what} is among them: they are what the figures are reported on`,
    'Train on cases of other origins',
  );
}
