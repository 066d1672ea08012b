import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Proposal } from '../proposal.ts';

/**
 * Writes the pull request's text where no repository sees it, and answers the file's absolute path: one per
 * repository and connection, so that a second run replaces it.
 */
export async function writeBodyFile(home: string, gitDir: string, proposal: Proposal): Promise<string> {
  const repository = createHash('sha256').update(gitDir).digest('hex').slice(0, 12);
  const dir = join(home, 'pull-requests', repository);
  const file = join(dir, `${proposal.connection}.md`);
  await mkdir(dir, { recursive: true });
  // A reader never sees half a file, and two runs at once never share one.
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, proposal.body);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return file;
}
