import { isObject, type Json, property, textOf } from '../../../../../core/json/json.ts';
import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { HttpCall } from '../../http-call.ts';
import { answersOf } from '../answers.ts';

const leadsOn =
  /\bnext\b|\bprev|pagina|\bpaging\b|\bpages?\b|\brel=\W?(?:first|last)\b|\brfc ?-?(?:5988|8288)\b|\bnavigat/i;
/** `Link`, `Links`, `Link header`: names itself and says nothing. */
const saysNothing = /^(?:the |an? |web |http )*(?:links?(?: headers?)?)?\W*$/i;

/**
 * Whether the `Link` header of a call leads to the next page: `said` that it does, `silent` where nothing is said of it, and
 * `other` where it is said to lead elsewhere (a stylesheet, a licence); undefined where there is none.
 */
export function linkHeaderOf(reader: SchemaReader, call: HttpCall): 'said' | 'silent' | 'other' | undefined {
  const answer = answersOf(reader, call).find(({ status }) => status === call.status);
  const headers = property(answer?.located.node, 'headers');
  const name = call.responseHeaders.find((header) => header.toLowerCase() === 'link');
  if (name === undefined) return undefined;
  if (answer === undefined || !isObject(headers)) return 'silent';
  const located = reader.child(answer.located, 'headers', name);
  const text = textsOf((located === undefined ? undefined : reader.resolve(located))?.node, 3).join(' ');
  if (leadsOn.test(text)) return 'said';
  return saysNothing.test(text.trim()) ? 'silent' : 'other';
}

/** The description and examples of a header and of its schema. */
function textsOf(node: Json | undefined, depth: number): string[] {
  if (node === undefined || !isObject(node) || depth === 0) return [];
  const own = ['description', 'example', 'default'].map((key) =>
    textOf(property(node, key))?.slice(0, 1_000),
  );
  const examples = property(node, 'examples');
  const inner = examples !== undefined && isObject(examples) ? Object.values(examples).slice(0, 5) : [];
  return [
    ...own,
    ...inner.map((example) => textOf(property(example, 'value'))?.slice(0, 1_000)),
    ...textsOf(property(node, 'schema'), depth - 1),
  ].filter((text) => typeof text === 'string');
}
