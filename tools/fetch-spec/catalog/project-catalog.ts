import { readFile } from 'node:fs/promises';
import { CORE_SCHEMA, load } from 'js-yaml';
import { issueText, RequestError } from '../../core/index.ts';
import { projectFiles } from '../source/project-folder.ts';
import { CatalogSystem } from './catalog-system.ts';

/** A system that people of a repository added, and the file it is in. */
export interface ProjectSystem {
  readonly system: CatalogSystem;
  readonly file: string;
}

/**
 * The systems in `.causeway/catalog/*.yaml` of the repository around a folder: the same shape as the bundled ones. One of the
 * same name as a bundled one goes before it. Throws `bad_catalog_file` with file and place.
 */
export async function projectSystems(cwd: string | null): Promise<ProjectSystem[]> {
  const files = await projectFiles(cwd, 'catalog', /\.ya?ml$/i);
  const all = await Promise.all(files.map(async (file) => ({ file, system: await read(file) })));
  // The nearest file of a name counts.
  return all.filter(
    ({ system }, index) => all.findIndex((other) => other.system.system === system.system) === index,
  );
}

async function read(file: string): Promise<CatalogSystem> {
  let value: unknown;
  try {
    value = load(await readFile(file, 'utf8'), { schema: CORE_SCHEMA, maxAliases: 1_000 });
  } catch (cause) {
    throw bad(
      file,
      (cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '').slice(0, 200),
      cause,
    );
  }
  const parsed = CatalogSystem.safeParse(value);
  if (!parsed.success) throw bad(file, issueText(parsed.error).slice(0, 500));
  return parsed.data;
}

function bad(file: string, why: string, cause?: unknown): RequestError {
  return new RequestError(
    'bad_catalog_file',
    `${file} does not describe a system: ${why}`,
    'docs/catalog.md shows the shape; `causeway catalog hubspot --json` prints a complete one',
    { cause },
  );
}
