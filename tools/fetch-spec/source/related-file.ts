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
  return async (reference, refused) => {
    const [target = ''] = reference.split('#', 1);
    if (target === '') return undefined;
    if (/^https?:/i.test(target)) {
      const name = URL.parse(target)?.pathname.split('/').at(-1) ?? '';
      const beside = name === '' ? undefined : await readInside(resolve(dirname(path), name), root, context);
      const url = URL.parse(target);
      if (beside === undefined && url === null) refused?.('it is no valid address');
      return beside ?? (url === null ? undefined : relatedUrl(url, context, refused));
    }
    // Any other scheme, `file:` before all, is no way to a file.
    const scheme = /^[a-z][a-z\d+.-]*:/i.exec(target)?.[0];
    if (scheme !== undefined) {
      refused?.(
        `${scheme.slice(0, 30)} references are never read; only files beside the description and https: are`,
      );
      return undefined;
    }
    return readInside(resolve(dirname(path), decode(target)), root, context, refused);
  };
}

/** The file, when it really is inside the folder: links are followed before they are judged. */
async function readInside(
  path: string,
  root: string,
  context: ToolContext,
  refused?: (why: string) => void,
): Promise<Source | undefined> {
  const outside = "it leads outside the description's folder; put what it needs into that folder";
  // Told by the path alone: whether there is a file outside is nobody's business.
  if (!isInside(path, root)) {
    refused?.(outside);
    return undefined;
  }
  try {
    const [real, folder] = await Promise.all([realpath(path), realpath(root)]);
    if (!isInside(real, folder)) {
      refused?.(outside);
      return undefined;
    }
    const bytes = await readCallerFile(real, context.signal);
    return {
      bytes,
      origin: path,
      name: baseName(path),
      entity: null,
      related: relatedFiles(path, root, context),
    };
  } catch (thrown) {
    context.signal.throwIfAborted();
    const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    refused?.(isMissing ? 'there is no such file beside the description' : 'the file cannot be read');
    return undefined;
  }
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
