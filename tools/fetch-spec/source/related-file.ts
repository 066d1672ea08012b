import { realpath } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { readCallerFile } from '../../core/documents/caller-file.ts';
import type { ToolContext } from '../../core/index.ts';
import { relatedUrl } from './fetch-url.ts';
import { baseName, type Source } from './source.ts';

/**
 * How a file's references are followed: to files in the folder of the description it belongs to, or below it. A web address
 * is first looked for as a file of its name beside this one (vendors publish folders that refer to themselves by URL), then
 * fetched under the guard.
 */
export function relatedFiles(path: string, root: string, context: ToolContext): Source['related'] {
  return async (reference) => {
    const [target = ''] = reference.split('#', 1);
    if (target === '') return undefined;
    if (/^https?:/i.test(target)) {
      const name = URL.parse(target)?.pathname.split('/').at(-1) ?? '';
      const beside = name === '' ? undefined : await readInside(resolve(dirname(path), name), root, context);
      const url = URL.parse(target);
      return beside ?? (url === null ? undefined : relatedUrl(url, context));
    }
    // Any other scheme, `file:` before all, is no way to a file.
    if (/^[a-z][a-z\d+.-]*:/i.test(target)) return undefined;
    return readInside(resolve(dirname(path), decode(target)), root, context);
  };
}

/** The file, when it really is inside the folder: links are followed before they are judged. */
async function readInside(path: string, root: string, context: ToolContext): Promise<Source | undefined> {
  try {
    const [real, folder] = await Promise.all([realpath(path), realpath(root)]);
    if (!real.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined;
    const bytes = await readCallerFile(real, context.signal);
    return {
      bytes,
      origin: path,
      name: baseName(path),
      entity: null,
      related: relatedFiles(path, root, context),
    };
  } catch {
    context.signal.throwIfAborted();
    return undefined;
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
