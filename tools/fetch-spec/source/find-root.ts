import { open, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { RequestError } from '../../core/index.ts';

/** Marks of documents that stand for a whole API, in their first kilobytes. */
const marks: readonly RegExp[] = [
  /^\s*["']?(?:openapi|swagger|asyncapi)["']?\s*:/m,
  /"(?:openapi|swagger|asyncapi|discoveryVersion|_postman_id|__schema)"\s*:/,
  /<(?:\w+:)?(?:definitions|Edmx)[\s>]/i,
  /^#%RAML\s+\d[\d.]*\s*$/m,
  /^\s*type\s+Query\b/m,
  /^\s*service\s+\w+\s*\{/m,
];
const maxFiles = 2_000;
const ignored = /^(?:\.|node_modules$)/;

/**
 * The file in a folder that describes the API: the only one with the marks of a description, or the one among several that
 * is named like one (`openapi.yaml`). Throws `which_file` with what there is.
 */
export async function findRoot(folder: string): Promise<string> {
  const files = await filesIn(folder);
  const described: string[] = [];
  for (const file of files) {
    const head = await headOf(file);
    if (marks.some((mark) => mark.test(head))) described.push(file);
  }
  const named = described.filter((file) =>
    /[/\\](?:openapi|swagger|asyncapi|api|index|root|main)\.\w+(?:\.\w+)?$/i.test(file),
  );
  const [only, ...others] = described.length === 1 ? described : named;
  if (only !== undefined && others.length === 0) return only;
  const names = (described.length > 0 ? described : files).slice(0, 12).map((file) => relative(folder, file));
  throw new RequestError(
    'which_file',
    described.length === 0
      ? `${folder} has no file that describes an API${files.length === 0 ? ': it is empty' : ''}`
      : `${folder} has ${described.length} files that describe an API`,
    names.length === 0
      ? 'Give the path of a description'
      : `Give the path of one of them: ${names.join(', ')}`,
  );
}

async function filesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (path: string, depth: number): Promise<void> => {
    const entries = (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (found.length >= maxFiles || ignored.test(entry.name)) continue;
      if (entry.isFile()) found.push(join(path, entry.name));
      else if (entry.isDirectory() && depth > 0) await visit(join(path, entry.name), depth - 1);
    }
  };
  await visit(folder, 3);
  return found;
}

async function headOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
