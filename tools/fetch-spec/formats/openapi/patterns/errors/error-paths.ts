import type { SchemaShape } from '../../../../../core/openapi/draft.ts';
import type { Located, SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import { plainName } from '../name-words.ts';

// In the order of preference.
const messageNames = [
  'message',
  'errormessage',
  'errordescription',
  'detail',
  'msg',
  'errormsg',
  'faultstring',
  'description',
  'reason',
  'statusmessage',
];
/** What an error is called rather than what went wrong: taken where nothing says more. */
const titleNames = ['title', 'summary'];
const codeNames = [
  'code',
  'errorcode',
  'errorkey',
  'errortype',
  'category',
  'type',
  'error',
  'statuscode',
  'errornumber',
  'faultcode',
];
/** Lists of plain texts, and texts that are all an error has. */
const textLists = ['errormessages', 'messages', 'errors', 'error'];

export interface ErrorPaths {
  readonly message: string | null;
  readonly code: string | null;
}

/** Dot paths of the message and the code in an error body; through a list they are those of its first element. */
export function errorPaths(reader: SchemaReader, body: Located): ErrorPaths {
  const message =
    find(reader, body, messageNames, '', 4) ??
    find(reader, body, titleNames, '', 2) ??
    findTexts(reader, body, '', 2);
  if (message === undefined) return { message: null, code: null };
  // The code of the same error stands beside its message.
  const code = beside(reader, body, message) ?? find(reader, body, codeNames, '', 4);
  return { message, code: code === undefined || code === message ? null : code };
}

function find(
  reader: SchemaReader,
  schema: Located,
  names: readonly string[],
  before: string,
  depth: number,
): string | undefined {
  const shape = reader.shape(schema);
  if (shape.items !== undefined)
    return depth <= 1 ? undefined : find(reader, shape.items, names, `${before}0.`, depth - 1);
  const inner: [string, Located][] = [];
  let best: { name: string; rank: number } | undefined;
  for (const [name, located] of [...shape.properties].slice(0, 100)) {
    const { properties, items } = reader.shape(located);
    if (properties.size > 0 || items !== undefined) inner.push([name, located]);
    else {
      const rank = names.indexOf(lastPart(name));
      if (rank >= 0 && rank < (best?.rank ?? names.length)) best = { name, rank };
    }
  }
  if (best !== undefined) return before + step(best.name);
  if (depth <= 1) return undefined;
  // What is named after errors goes first.
  for (const [name, located] of inner.toSorted(
    (a, b) => Number(/err|fault/i.test(b[0])) - Number(/err|fault/i.test(a[0])),
  )) {
    const found = find(reader, located, names, `${before}${step(name)}.`, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The code among the siblings of the message. */
function beside(reader: SchemaReader, body: Located, message: string): string | undefined {
  const steps = message.split(/(?<!\\)\./).slice(0, -1);
  let parent: Located | undefined = body;
  for (const name of steps) {
    const shape: SchemaShape | undefined = parent === undefined ? undefined : reader.shape(parent);
    parent = name === '0' ? shape?.items : shape?.properties.get(name.replaceAll('\\.', '.'));
  }
  const before = steps.map((name) => `${name}.`).join('');
  return parent === undefined ? undefined : find(reader, parent, codeNames, before, 1);
}

/** `errorMessages: [text]`, or a single `error: text`. */
function findTexts(reader: SchemaReader, schema: Located, before: string, depth: number): string | undefined {
  const { properties } = reader.shape(schema);
  for (const wanted of textLists) {
    for (const [name, located] of properties) {
      if (plainName(name) !== wanted) continue;
      const { items, types } = reader.shape(located);
      if (items !== undefined && reader.shape(items).types.has('string')) return `${before}${step(name)}.0`;
      if (types.has('string')) return before + step(name);
    }
  }
  if (depth <= 1) return undefined;
  for (const [name, located] of properties) {
    const found = /err|fault|meta|status/i.test(name)
      ? findTexts(reader, located, `${before}${step(name)}.`, depth - 1)
      : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `o:errorCode` → `errorcode`: a prefix of a namespace does not count. */
function lastPart(name: string): string {
  return plainName(name.slice(0, 100).replace(/^[a-z]{1,10}:/i, ''));
}

function step(name: string): string {
  return name.replaceAll('.', '\\.');
}
