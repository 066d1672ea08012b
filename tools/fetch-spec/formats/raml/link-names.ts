import { isObject, type Json, type JsonObject } from '../../../core/json/json.ts';

/** Keys under which stand texts and data, never names of types, traits or schemes. */
const data = new Set([
  'example',
  'examples',
  'default',
  'enum',
  'description',
  'displayName',
  'documentation',
  'usage',
  'title',
  'pattern',
  'content',
  'baseUri',
  'version',
  'discriminator',
  'discriminatorValue',
  'format',
  'fileTypes',
  'mediaType',
  'protocols',
  'settings',
  'uses',
  'extends',
  'required',
]);
/** Keys whose children are named by the author, so that a child called `description` is no text. */
const named =
  /^(?:properties|(?:query|uri|baseUri|form)Parameters|headers|types|schemas|traits|resourceTypes|securitySchemes)\??$/;
/** Keys whose only child may be a name with its parameters: `is: [{ lib.paged: { max: 10 } }]`. */
const applied = /^(?:type|is|securedBy)$/;

/**
 * Makes the names in a RAML document global, in place: `alias.Name` of a library in use becomes `@id.Name`, and so does a
 * name of the library's own (`own`) when it is one (`id`).
 */
export function linkNames(
  document: JsonObject,
  aliases: ReadonlyMap<string, number>,
  id: number | null,
  own: ReadonlySet<string>,
): void {
  if (aliases.size === 0 && id === null) return;
  // Fragments may be met on several ways, or inside themselves.
  const seen = new Set<object>();
  const rename = (text: string): string => {
    if (text.length > 1_000 || /^\s*[{[<](?!<)/.test(text)) return text;
    const linked = text.replaceAll(/(?<![\w.@-])([A-Za-z_][\w-]*)\.(?=[\w<])/g, (whole, alias: string) => {
      const library = aliases.get(alias);
      return library === undefined ? whole : `@${library}.`;
    });
    if (id === null) return linked;
    return linked.replaceAll(/(?<![\w.@>!-])[A-Za-z_][\w-]*(?![\w.<-])/g, (name) =>
      own.has(name) ? `@${id}.${name}` : name,
    );
  };
  const visit = (node: Json, key: string): Json => {
    if (typeof node === 'string') return rename(node);
    if (typeof node !== 'object' || node === null || seen.has(node)) return node;
    seen.add(node);
    if (Array.isArray(node)) {
      for (const [index, inner] of node.entries()) node[index] = visit(inner, key);
      return node;
    }
    const names = named.test(key);
    for (const [name, inner] of Object.entries(node)) {
      if (!names && (data.has(name) || name.startsWith('('))) continue;
      node[name] = visit(inner, names ? '' : name);
    }
    return applied.test(key) ? renameOnly(node, rename) : node;
  };
  visit(document, '');
}

/** `{ lib.paged: { … } }` with its name made global. */
function renameOnly(node: JsonObject, rename: (text: string) => string): JsonObject {
  const [entry, ...others] = Object.entries(node);
  if (entry === undefined || others.length > 0 || !(isObject(entry[1]) || entry[1] === null)) return node;
  const [name, inner] = entry;
  const global = rename(name);
  return global === name ? node : { [global]: inner };
}
