import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { Found } from '../../operations/response-path.ts';
import { plainName } from '../name-words.ts';
import type { Input } from '../request-properties.ts';
import { nextLinkName, nextName } from './paging-names.ts';
import { isContinuation } from './part-in-paging.ts';

/** Where the answer holds the value of `cursor` for the next page; undefined when it does not. */
export function nextCursor(
  reader: SchemaReader,
  scalars: readonly Found[],
  cursor: Input,
): Found | undefined {
  const isNext = (found: Found) => /next/i.test(found.path);
  const candidates = scalars.filter(
    (found) =>
      nextName.test(plainName(found.name)) &&
      !isBoolean(reader, found) &&
      !isUri(reader, found) &&
      isContinuation(reader, { name: found.name, schema: found.located }) &&
      // A counter beside the records repeats the one that was sent; inside `next…` it is the next one (Asana).
      (isNext(found) || !/^(?:offset|page|start)$/.test(plainName(found.name))),
  );
  const wanted = plainName(cursor.name.slice(cursor.name.lastIndexOf('.') + 1));
  return (
    candidates.find((found) => isNext(found) && plainName(found.name).includes(wanted)) ??
    candidates.find((found) => plainName(found.name) === wanted) ??
    candidates.find(isNext) ??
    candidates.find((found) => plainName(found.name).includes(wanted)) ??
    candidates[0]
  );
}

/** Where the answer holds the address of the next page. */
export function nextLink(reader: SchemaReader, scalars: readonly Found[]): Found | undefined {
  return scalars.find((found) => {
    if (!nextLinkName.test(plainName(found.name)) || !/next/i.test(found.path) || isBoolean(reader, found))
      return false;
    if (isUri(reader, found) || /link|ur[il]$|href$/i.test(found.path)) return true;
    return hasPrevious(scalars, found) && isContinuation(reader, { name: found.name, schema: found.located });
  });
}

/** OData's own: `@odata.nextLink`, `odata.nextLink`. */
export function odataNextLink(scalars: readonly Found[]): Found | undefined {
  return scalars.find(({ name }) => /^@?odata\.nextLink$/i.test(name));
}

/** `next` beside `previous` (or `prev`, `first`, `last`) is a pair of addresses. */
function hasPrevious(scalars: readonly Found[], next: Found): boolean {
  const parent = next.path.slice(0, -next.name.length);
  return ['previous', 'prev', 'first', 'last'].some((name) =>
    scalars.some(({ path }) => path.toLowerCase() === (parent + name).toLowerCase()),
  );
}

function isUri(reader: SchemaReader, found: Found): boolean {
  const { keywords } = reader.shape(found.located);
  return (
    /^ur[il]/i.test(String(keywords['format'] ?? '')) ||
    /^(?:https?:|\/)/.test(String(keywords['example'] ?? '')) ||
    /\bur[il]\b/i.test(String(keywords['description'] ?? '').slice(0, 300)) ||
    /(?:^|\.)_?links?\./.test(found.path)
  );
}

function isBoolean(reader: SchemaReader, found: Found): boolean {
  return reader.shape(found.located).types.has('boolean');
}
