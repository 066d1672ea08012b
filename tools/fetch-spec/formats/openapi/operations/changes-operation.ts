import type { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { Operation } from '../../../model/index.ts';
import type { HttpCall } from '../http-call.ts';

const sinceName =
  /^(?:(?:updated|modified|changed|last_?modified|date_?(?:updated|modified))_?(?:since|after|from|gte?|at_?min|min|date_?min|date_?from)|(?:updated|modified)(?:_at)?\[(?:gte?|after|since|min)\]|(?:min|start)_?(?:updated|modified)(?:_?(?:at|date))?|if-modified-since|modified_?since|since_?(?:updated|modified)|updated_?since|changes?_?since)$/i;

/** The list of records changed since a moment, where the list has a parameter for it. */
export function changesOperation(
  reader: SchemaReader,
  list: Operation,
  call: HttpCall,
): Operation | undefined {
  const parameter = call.parameters.find(({ name, in: place }) => place === 'query' && sinceName.test(name));
  if (parameter === undefined) return undefined;
  const shape = parameter.schema === undefined ? undefined : reader.shape(parameter.schema);
  const format = String(shape?.keywords['format'] ?? '');
  const since =
    parameter.type === 'integer' || parameter.type === 'number'
      ? 'epoch-s'
      : format === 'date'
        ? 'date'
        : 'iso';
  return { ...list, query: { ...list.query, [parameter.name]: '{since}' }, since };
}
