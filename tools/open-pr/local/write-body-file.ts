import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
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
  // A reader never sees half a file.
  await writeFile(`${file}.${process.pid}.tmp`, proposal.body);
  await rename(`${file}.${process.pid}.tmp`, file);
  return file;
}
