import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Connector } from '../../model/index.ts';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** Writes a connector to a temporary folder where it finds this repository's packages. Answers the folder, gone after the test. */
export async function writeConnector(connector: Pick<Connector, 'files'>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'causeway-connector-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const { path, content } of connector.files) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
