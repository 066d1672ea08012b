import {
  arrayOf,
  isObject,
  type Json,
  type JsonObject,
  objectOf,
  property,
  textOf,
} from '../../../core/json/json.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * Puts a Swagger 2.0 document in an order in which the upgrade to OpenAPI 3 loses nothing: parts of the wrong type are left
 * out (the upgrader takes them for granted), missing media types become JSON, a missing host stays missing. Changes the
 * value in place.
 */
export function prepareSwagger(document: JsonObject): JsonObject {
  for (const name of ['paths', 'definitions', 'parameters', 'responses', 'securityDefinitions', 'info']) {
    if (document[name] !== undefined && !isObject(document[name])) delete document[name];
  }
  for (const name of ['consumes', 'produces', 'schemes', 'tags']) {
    if (document[name] !== undefined && !Array.isArray(document[name])) delete document[name];
  }
  for (const name of ['host', 'basePath']) {
    if (document[name] !== undefined && typeof document[name] !== 'string') delete document[name];
  }
  document['info'] ??= { title: 'Untitled API', version: '' };
  // An id of the document would be taken for the base of its references.
  if (textOf(document['host']) !== null && !Array.isArray(document['schemes']))
    document['schemes'] = ['https'];
  document['paths'] ??= {};
  const paths = objectOf(document['paths']);
  for (const [path, item] of Object.entries(paths)) {
    if (isObject(item)) prepareItem(item, document);
    else delete paths[path];
  }
  for (const name of ['parameters', 'responses', 'securityDefinitions', 'definitions']) {
    const part = objectOf(document[name]);
    for (const [key, inner] of Object.entries(part)) if (!isObject(inner)) delete part[key];
  }
  return document;
}

function prepareItem(item: JsonObject, document: JsonObject): void {
  keepObjects(item, 'parameters');
  for (const method of methods) {
    const call = item[method];
    if (call === undefined) continue;
    if (!isObject(call)) {
      delete item[method];
      continue;
    }
    keepObjects(call, 'parameters');
    for (const name of ['consumes', 'produces', 'schemes', 'security', 'tags']) {
      if (call[name] !== undefined && !Array.isArray(call[name])) delete call[name];
    }
    // An empty list would mean "no media type at all", and the upgrade would drop the bodies with it.
    for (const name of ['consumes', 'produces']) {
      if (arrayOf(call[name]).length === 0) delete call[name];
    }
    if (arrayOf(call['produces']).length === 0 && arrayOf(document['produces']).length === 0) {
      call['produces'] = ['application/json'];
    }
    const responses = call['responses'];
    if (!isObject(responses)) call['responses'] = {};
    else
      for (const [status, response] of Object.entries(responses))
        if (!isObject(response)) delete responses[status];
  }
}

/** Leaves only objects in a list, and a list only where there is one. */
function keepObjects(owner: JsonObject, name: string): void {
  const list: Json | undefined = property(owner, name);
  if (list === undefined) return;
  if (Array.isArray(list)) owner[name] = list.filter(isObject);
  else delete owner[name];
}
