import { type EntitySummary, Operation } from '../../../model/index.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { EdmModel, EdmSet } from './edm-model.ts';
import type { ODataVersion } from './edm-type.ts';

const stamps =
  /^(?:lastmodified(?:date(?:time)?|on|at)?|modified(?:on|at|date(?:time)?)|updated(?:on|at|date(?:time)?)|last(?:change|update)d?(?:date(?:time)?|on|at)?|change(?:d)?(?:on|at|date(?:time)?)|systemmodifiedat|lastchangedatetime)$/i;

/** The calls on an entity set, as the protocol has them, without those that the set says it does not allow. */
export function odataOperations(
  set: EdmSet,
  keys: readonly string[],
  properties: readonly XmlElement[],
  model: EdmModel,
  version: ODataVersion,
  prefix: string,
): EntitySummary['operations'] {
  const old = !version.startsWith('4');
  const at = `EntitySet ${set.name}`;
  const collection = `${prefix}/${set.name}`;
  const one = set.single
    ? collection
    : `${collection}(${keys.length > 1 ? keys.map((key) => `${key}={${key}}`).join(',') : '{id}'})`;
  const parameters = set.single
    ? []
    : (keys.length > 1 ? keys : ['id']).map((name) => ({ name, in: 'path' as const, required: true }));
  const record = { answers: 'record' as const, responseAt: old ? 'd' : '', at };
  const list = {
    method: 'GET' as const,
    path: collection,
    answers: 'records' as const,
    responseAt: old && version !== '3.0' ? 'd.results' : 'value',
    pagination: {
      kind: 'next-link' as const,
      nextPath: old ? (version === '3.0' ? 'odata\\.nextLink' : 'd.__next') : '@odata\\.nextLink',
      limitParameter: '$top',
    },
    parameters: ['$filter', '$select', '$orderby', '$top', '$skip', '$expand'].map((name) => ({
      name,
      in: 'query' as const,
    })),
    at,
  };
  const allows = (term: string, name: string, sap: string) =>
    set.element.getAny(sap) !== 'false' && !restricted(set, model, term, name);
  const name = set.name.charAt(0).toUpperCase() + set.name.slice(1);
  const stamp = properties
    .map((property) => property.get('Name') ?? '')
    .find((property) => stamps.test(property));
  const typed = (part: object) => Operation.parse(part);
  return {
    ...(set.single ? {} : { list: typed({ ...list, id: `list${name}` }) }),
    get: typed({ ...record, id: `get${name}`, method: 'GET', path: one, parameters }),
    ...(set.single
      ? {}
      : {
          search: typed({
            ...list,
            id: `search${name}`,
            query: { $filter: '{field} eq {value}' },
            quoting: 'odata',
          }),
        }),
    ...(!set.single && allows('InsertRestrictions', 'Insertable', 'creatable')
      ? { create: typed({ ...record, id: `create${name}`, method: 'POST', path: collection }) }
      : {}),
    ...(allows('UpdateRestrictions', 'Updatable', 'updatable')
      ? {
          update: typed({
            ...record,
            id: `update${name}`,
            method: 'PATCH',
            path: one,
            parameters,
            answers: 'nothing',
          }),
        }
      : {}),
    ...(!set.single && allows('DeleteRestrictions', 'Deletable', 'deletable')
      ? {
          delete: typed({
            ...record,
            id: `delete${name}`,
            method: 'DELETE',
            path: one,
            parameters,
            answers: 'nothing',
          }),
        }
      : {}),
    ...(stamp === undefined || set.single
      ? {}
      : {
          changes: typed({
            ...list,
            id: `changes${name}`,
            query: {
              $filter: old ? `${stamp} ge datetimeoffset'{since}'` : `${stamp} ge {since}`,
              $orderby: `${stamp} asc`,
            },
          }),
        }),
  };
}

/** Says an annotation of the capabilities vocabulary that something is not allowed on the set? */
function restricted(set: EdmSet, model: EdmModel, term: string, property: string): boolean {
  const apart = [...model.annotations]
    .filter(([target]) => target.endsWith(`/${set.name}`))
    .flatMap(([, notes]) => notes);
  return [...set.element.all('Annotation'), ...apart]
    .filter((note) => (note.get('Term') ?? '').endsWith(`.${term}`))
    .some((note) =>
      note
        .all('Record')
        .some((record) =>
          record
            .all('PropertyValue')
            .some((value) => value.get('Property') === property && value.get('Bool') === 'false'),
        ),
    );
}
