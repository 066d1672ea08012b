import { createHash } from 'node:crypto';
import type { Plan } from '../plan/plan.ts';

export const lockPath = 'causeway.lock.json';

/** Files that are people's from the start. */
const human = new Set(['src/overrides.ts']);

/**
 * `causeway.lock.json`: what the connector was generated from, and every generated file as it was then, by the id that
 * git gives its content. So a later run knows what people have changed since, and git still has what they started from.
 */
export function lockFile(
  { mappingId, mapping }: Plan,
  files: readonly { readonly path: string; readonly content: string }[],
): { path: string; content: string } {
  const generated = files
    .filter(({ path }) => !human.has(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const lock = {
    about: 'Written by Causeway; it tells your changes from its own by this file. Do not edit it.',
    lockVersion: 1,
    mapping: mappingId,
    source: mapping.source,
    target: mapping.target,
    files: Object.fromEntries(generated.map(({ path, content }) => [path, blobId(content)])),
  };
  return { path: lockPath, content: `${JSON.stringify(lock, null, 2)}\n` };
}

/** As `git hash-object` answers in a repository with SHA-1, which is nearly every one. */
function blobId(content: string): string {
  const bytes = Buffer.from(content);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
