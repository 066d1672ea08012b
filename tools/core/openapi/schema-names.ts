import { isObject, type JsonObject, property } from '../json/json.ts';
import { formatPointer, parsePointer, readPointer } from '../json/pointer.ts';

/** Most nodes that are looked at for names: they are rare, and stand near the top of a schema. */
const maxNodes = 200_000;
const maxDepth = 30;
const containers = ['/components/schemas', '/$defs', '/definitions'];

/** Where the schemas stand that a document names by `$id` and `$anchor`. */
export interface SchemaNames {
  /** Pointer by `$id` as written. */
  readonly ids: ReadonlyMap<string, string>;
  /** Pointer by anchor. Where two schemas have the same, the first counts. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** Looks for `$id`, `$anchor` and `$dynamicAnchor` in the schemas of a document. */
export function indexNames(document: JsonObject): SchemaNames {
  const ids = new Map<string, string>();
  const anchors = new Map<string, string>();
  const budget = { left: maxNodes };
  const walk = (node: unknown, at: string, depth: number): void => {
    budget.left -= 1;
    if (budget.left < 0 || depth > maxDepth || typeof node !== 'object' || node === null) return;
    const id = property(node, '$id') ?? property(node, 'id');
    // A record has an `id` as well: only an address is a name.
    if (typeof id === 'string' && /^(?:https?|urn):|\.json#?$/.test(id))
      setFirst(ids, id.replace(/#$/, ''), at);
    for (const key of ['$anchor', '$dynamicAnchor']) {
      const anchor = property(node, key);
      if (typeof anchor === 'string') setFirst(anchors, anchor, at);
    }
    for (const [key, inner] of Object.entries(node)) walk(inner, at + formatPointer([key]), depth + 1);
  };
  const rootId = property(document, '$id');
  if (typeof rootId === 'string') ids.set(rootId.replace(/#$/, ''), '');
  for (const container of containers) walk(readPointer(document, container), container, 0);
  return { ids, anchors };
}

/** The pointer that `#anchor`, `https://…/schema`, `other.json#/$defs/x` or `#` mean; undefined when nothing has that name. */
export function pointerOfName({ ids, anchors }: SchemaNames, ref: string): string | undefined {
  const [name = '', fragment = ''] = ref.split('#', 2);
  if (name === '') return anchors.get(fragment);
  const base = ids.get(name) ?? relative(ids, name);
  if (base === undefined) return undefined;
  if (fragment === '') return base;
  return fragment.startsWith('/') ? base + fragment : anchors.get(fragment);
}

/** `address.json` beside `https://example.com/schemas/person.json` is `https://example.com/schemas/address.json`. */
function relative(ids: ReadonlyMap<string, string>, name: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(name)) return undefined;
  const [base] = ids.keys();
  const whole = base === undefined ? undefined : URL.parse(name, base)?.href;
  return whole === undefined ? undefined : ids.get(whole);
}

/** `/schemas/Contact` → `/components/schemas/Contact`, when the document has that and not the other. */
export function repairPointer(document: JsonObject, pointer: string): string | undefined {
  const steps = parsePointer(pointer);
  const name = steps?.at(-1);
  if (steps === undefined || name === undefined || steps.length > 3) return undefined;
  if (!/^(?:schemas?|definitions|models|\$defs)$/.test(steps.at(-2) ?? 'schemas')) return undefined;
  for (const container of containers) {
    const found = readPointer(document, container);
    if (isObject(found) && Object.hasOwn(found, name)) return container + formatPointer([name]);
  }
  return undefined;
}

function setFirst(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}
