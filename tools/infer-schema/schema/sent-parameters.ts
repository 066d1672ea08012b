import { arrayOf, property, textOf } from '../../core/json/json.ts';
import { emptyDraft, type SchemaShape } from '../../core/openapi/draft.ts';
import type { SchemaReader } from '../../core/openapi/schema-reader.ts';
import type { Operation } from '../../model/index.ts';

/** Parameters about the call, not about the record. */
const ofTheCall =
  /^(?:api_?key|key|token|access_?token|auth\w*|format|fields|expand|include|embed|locale|lang(?:uage)?|callback|page|per_?page|page_?size|limit|offset|cursor|sort\w*|order_?by|pretty|dry_?run|validate\w*|notify|suppress\w*|sysparm_\w+)$|^[$@]/i;

/** The record that query parameters make up, where a call that writes has no body; undefined when there are none. */
export function sentParameters(reader: SchemaReader, operation: Operation): SchemaShape | undefined {
  const { at } = operation;
  const draft = emptyDraft(`${at}/parameters`);
  const call = reader.at(at);
  for (const [index] of arrayOf(property(call?.node, 'parameters')).entries()) {
    const located = reader.resolve(reader.at(`${at}/parameters/${index}`));
    const name = textOf(property(located?.node, 'name'));
    const schema = located === undefined ? undefined : reader.child(located, 'schema');
    if (located === undefined || name === null || schema === undefined) continue;
    if (property(located.node, 'in') !== 'query' || ofTheCall.test(name)) continue;
    const description = property(located.node, 'description');
    const node = typeof description === 'string' ? { description, allOf: [schema.node] } : schema.node;
    draft.properties.set(name, { node, at: description === undefined ? schema.at : located.at });
    if (property(located.node, 'required') === true) draft.required.add(name);
  }
  if (draft.properties.size === 0) return undefined;
  draft.types.add('object');
  return draft;
}
