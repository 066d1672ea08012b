import { referencesIn } from '../../../core/documents/references.ts';
import { arrayOf, isObject, type JsonObject, property } from '../../../core/json/json.ts';
import { formatPointer, parsePointer, readPointer } from '../../../core/json/pointer.ts';
import { localPointer } from '../../../core/openapi/local-pointer.ts';
import type { Warning } from '../../../model/index.ts';
import { refusedKey } from '../../front-door/bundle.ts';

const shown = 20;

/** Warnings for references that lead nowhere, and for those into documents that could not be read and are not yet said. */
export function checkRefs(document: JsonObject): Warning[] {
  const broken = new Map<string, string>();
  const external = new Map<string, string>();
  const circular = new Map<string, string>();
  const said = new Set(arrayOf(document[refusedKey]));
  for (const [ref, at] of referencesIn(document)) {
    if (said.has(ref)) continue;
    const pointer = localPointer(ref);
    if (pointer === undefined) external.set(ref, at);
    else if (!exists(document, pointer)) broken.set(ref, at);
    // Where places are not known, the document is read lazily: nothing big is parsed for this.
    else if (at !== '') {
      const circle = circleAt(document, pointer);
      if (circle !== undefined && !circular.has(circle)) circular.set(circle, pointer);
    }
  }
  return [
    ...list(
      broken,
      'broken_ref',
      (ref) => `The reference ${ref} leads nowhere; what it stands for stays unknown`,
    ),
    ...list(
      circular,
      'circular_ref',
      (ref) => `The references ${ref} lead only to each other; what they stand for stays unknown`,
    ),
    ...list(
      external,
      'external_ref',
      (ref) =>
        `The reference ${ref} leads to a document that could not be read from here; put it beside this one, or give one bundled file`,
    ),
  ];
}

/** Is there something at the pointer? The last step is looked for and not read: what a lazy document has there may be big. */
function exists(document: JsonObject, pointer: string): boolean {
  const steps = parsePointer(pointer);
  const last = steps?.pop();
  if (steps === undefined) return false;
  if (last === undefined) return true;
  const parent = readPointer(document, formatPointer(steps));
  return Array.isArray(parent)
    ? parent[Number(last)] !== undefined
    : isObject(parent) && Object.hasOwn(parent, last);
}

/** The references of a circle that a pointer leads into; undefined when it ends somewhere. */
function circleAt(document: JsonObject, start: string): string | undefined {
  const seen = [start];
  let next = referenceAt(document, start);
  while (next !== undefined && !seen.includes(next)) {
    seen.push(next);
    next = referenceAt(document, next);
  }
  if (next === undefined) return undefined;
  // The same circle, wherever it is entered.
  const circle = seen.slice(seen.indexOf(next)).toSorted();
  return circle.map((pointer) => `#${pointer}`).join(', ');
}

/** Where a schema leads that is a reference and has nothing of its own. */
function referenceAt(document: JsonObject, pointer: string): string | undefined {
  const node = readPointer(document, pointer);
  const ref = property(node, '$ref');
  const hasOwn = ['type', 'properties', 'allOf', 'oneOf', 'anyOf'].some(
    (name) => property(node, name) !== undefined,
  );
  return typeof ref === 'string' && !hasOwn ? localPointer(ref) : undefined;
}

function list(found: ReadonlyMap<string, string>, code: string, say: (ref: string) => string): Warning[] {
  const all = [...found].map(([ref, at]) => ({ code, message: say(JSON.stringify(ref.slice(0, 200))), at }));
  if (all.length <= shown) return all;
  return [...all.slice(0, shown), { code, message: `${all.length - shown} more like these`, at: '' }];
}
