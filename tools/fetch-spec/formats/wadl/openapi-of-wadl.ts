import { isObject, type JsonObject, objectOf } from '../../../core/json/json.ts';
import { entityName } from '../../naming/words.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { operationOf, type WadlContext } from './wadl-operation.ts';
import { parameterOf, recordOf, styleOf } from './wadl-params.ts';
import { docOf } from './wadl-references.ts';

const methods = /^(?:GET|POST|PUT|PATCH|DELETE)$/;
const maxPaths = 50_000;

/**
 * A WADL document as OpenAPI 3: `title` names the API where the document does not. `written` are the schemas that were read
 * off the parameters of writing calls.
 */
export function openApiOfWadl(
  root: XmlElement,
  title: string,
  context: WadlContext,
): { openApi: JsonObject; written: ReadonlySet<string> } {
  const paths = new Map<string, JsonObject>();
  const written = new Map<string, JsonObject>();
  const groups = root.all('resources');
  for (const group of groups) {
    for (const resource of context.references.inside(group, 'resource')) {
      readResource(resource, '', [], { ...context, paths, written }, []);
    }
  }
  const base = groups.map((group) => group.get('base')?.trim() ?? '').find((each) => each !== '');
  const { title: said, text } = docOf(root);
  const { schemas } = context.grammars;
  const openApi: JsonObject = {
    openapi: '3.0.3',
    info: { title: said ?? title, version: '', ...(text === null ? {} : { description: text }) },
    servers: base === undefined ? [] : [{ url: base }],
    paths: Object.fromEntries(paths),
    components: { schemas: { ...Object.fromEntries(written), ...schemas } },
  };
  return { openApi, written: new Set([...written.keys()].filter((name) => !Object.hasOwn(schemas, name))) };
}

interface Reading extends WadlContext {
  readonly paths: Map<string, JsonObject>;
  /** Records as far as the parameters of writing calls without a body show them. */
  readonly written: Map<string, JsonObject>;
}

function readResource(
  resource: XmlElement,
  before: string,
  above: readonly XmlElement[],
  reading: Reading,
  entered: readonly XmlElement[],
): void {
  // A resource that refers to itself ends here.
  if (entered.includes(resource) || reading.paths.size >= maxPaths) return;
  const owners = [resource, ...reading.references.typesOf(resource)];
  const step = templateOf(resource.get('path') ?? '').replaceAll(/^\/+|\/+$/g, '');
  const path = step === '' ? before : `${before}/${step}`;
  const own = owners.flatMap((owner) => reading.references.inside(owner, 'param'));
  // Parameters of the path belong to everything below, others to this resource alone.
  const inherited = [...above, ...own.filter((param) => styleOf(param, 'path') === 'path')];
  const shared = [...above, ...own];
  for (const method of owners.flatMap((owner) => reading.references.inside(owner, 'method'))) {
    const name = method.get('name')?.toUpperCase() ?? '';
    if (methods.test(name)) addMethod(method, name, path === '' ? '/' : path, shared, reading);
  }
  for (const inner of owners.flatMap((owner) => reading.references.inside(owner, 'resource'))) {
    readResource(inner, path, inherited, reading, [...entered, resource]);
  }
}

function addMethod(
  method: XmlElement,
  name: string,
  path: string,
  shared: readonly XmlElement[],
  reading: Reading,
): void {
  const item = reading.paths.get(path) ?? {
    parameters: shared.flatMap((param) => {
      const style = styleOf(param, 'path');
      if (style === null || style === 'plain') return [];
      const used = style !== 'path' || path.includes(`{${param.get('name')?.trim() ?? ''}}`);
      return used ? (parameterOf(param, style) ?? []) : [];
    }),
  };
  reading.paths.set(path, item);
  const key = name.toLowerCase();
  // Jersey writes one method per media type; the first that has a body tells the record.
  const known = item[key];
  const operation = operationOf(method, reading);
  if (known === undefined || (hasNoBody(objectOf(known)) && !hasNoBody(operation))) item[key] = operation;
  if (operation['requestBody'] === undefined && (name === 'POST' || name === 'PUT')) {
    addWritten(method, path, reading);
  }
}

function hasNoBody({ requestBody, responses }: JsonObject): boolean {
  return (
    requestBody === undefined &&
    !Object.values(objectOf(responses)).some((response) => objectOf(response)['content'] !== undefined)
  );
}

/** What a call writes without a body is in its parameters: the record the path names has them as fields. */
function addWritten(method: XmlElement, path: string, { references, written }: Reading): void {
  const last = path.split('/').findLast((each) => each !== '' && !each.includes('{'));
  const name = entityName(last ?? '');
  const params = method
    .all('request')
    .flatMap((request) => references.inside(request, 'param'))
    .filter((param) => styleOf(param, 'query') === 'query');
  const record = recordOf(params);
  if (name === '' || record === undefined) return;
  const known = written.get(name);
  written.set(
    name,
    known === undefined
      ? record
      : {
          type: 'object',
          properties: { ...objectOf(record['properties']), ...objectOf(known['properties']) },
        },
  );
}

/** `/users/{id: [0-9]+}` → `/users/{id}`: JAX-RS writes patterns into its templates. */
function templateOf(path: string): string {
  return path.slice(0, 2_000).replaceAll(/\{\s*([\w.-]+)\s*:(?:[^{}]|\{[^{}]*\})*\}/g, '{$1}');
}

/** Does a document describe any call? */
export function hasCalls(document: JsonObject): boolean {
  return Object.values(objectOf(document['paths'])).some(isObject);
}
