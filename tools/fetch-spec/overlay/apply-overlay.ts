import { jsonpath } from 'json-p3';
import { isObject, type Json, type JsonObject } from '../../core/json/json.ts';
import { formatPointer } from '../../core/json/pointer.ts';
import type { Warning } from '../../model/index.ts';
import type { Overlay } from './overlay.ts';

type Step = string | number;

/**
 * The document with an overlay's actions done, one after the other; the given one stays as it is. An action that finds
 * nothing, has no valid path, or would put one kind of value in the place of another, is a warning.
 */
export function applyOverlay(
  document: JsonObject,
  overlay: Overlay,
  where: string,
): { document: JsonObject; warnings: Warning[] } {
  const changed = structuredClone(document);
  const warnings: Warning[] = [];
  let done = 0;
  for (const [index, action] of overlay.actions.entries()) {
    const places = find(changed, action.target);
    const at = `${where}#/actions/${index}`;
    if (places === undefined) {
      warnings.push({
        code: 'overlay_bad_target',
        message: `${JSON.stringify(action.target.slice(0, 200))} is no JSONPath`,
        at,
      });
    } else if (places.length === 0) {
      warnings.push({
        code: 'overlay_no_match',
        message: `${JSON.stringify(action.target.slice(0, 200))} is nowhere in the description`,
        at,
      });
    } else {
      const { update: value } = action;
      const fits = (place: readonly Step[]) =>
        action.remove || value === undefined || mayUpdate(valueAt(changed, place), value, overlay.overlay);
      const fitting = places.filter(fits);
      const unfit = places.find((place) => !fits(place));
      if (unfit !== undefined && value !== undefined) {
        const named = ofPlaces(places.length - fitting.length, places.length);
        warnings.push({
          code: 'overlay_bad_update',
          message: `Action ${index + 1} updates ${JSON.stringify(action.target.slice(0, 200))} with ${kindOf(value)}, but there is ${kindOf(valueAt(changed, unfit))} at ${formatPointer(unfit.map(String))}${named}; Overlay ${overlay.overlay} has no such update, and the description was left as it was there. Update the object around it`,
          at,
        });
      }
      if (fitting.length > 0) done += 1;
      // From the end, so that the places of list elements before stay right.
      for (const place of fitting.toReversed()) {
        if (action.remove) remove(changed, place);
        else if (value !== undefined) update(changed, place, value);
      }
    }
  }
  warnings.push({
    code: 'overlay_applied',
    message: `${done} of ${overlay.actions.length} corrections of ${where} were applied`,
    at: where,
  });
  return { document: changed, warnings };
}

function find(document: JsonObject, target: string): Step[][] | undefined {
  try {
    return [...jsonpath.query(target, document)].map(({ location }) => [...location]);
  } catch {
    return undefined;
  }
}

/** Objects take objects, lists take anything; what is neither can be replaced by its like, and only since version 1.1. */
function mayUpdate(before: Json | undefined, value: Json, version: string): boolean {
  if (Array.isArray(before)) return true;
  if (isObject(before)) return isObject(value);
  return !version.startsWith('1.0') && !isObject(value) && !Array.isArray(value);
}

function kindOf(value: Json | undefined): string {
  if (Array.isArray(value)) return 'a list';
  return isObject(value) ? 'an object' : `the value ${(JSON.stringify(value) ?? '').slice(0, 80)}`;
}

function ofPlaces(count: number, all: number): string {
  return all === 1 ? '' : ` (and so at ${count} of the ${all} places it names)`;
}

function valueAt(document: JsonObject, place: readonly Step[]): Json | undefined {
  return parentOf(document, [...place, '']);
}

function parentOf(document: Json, place: readonly Step[]): Json | undefined {
  return place
    .slice(0, -1)
    .reduce<Json | undefined>(
      (node, step) => (Array.isArray(node) ? node[Number(step)] : isObject(node) ? node[step] : undefined),
      document,
    );
}

function remove(document: JsonObject, place: readonly Step[]): void {
  const parent = parentOf(document, place);
  const last = place.at(-1);
  if (last === undefined) return;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (isObject(parent)) delete parent[last];
}

function update(document: JsonObject, place: readonly Step[], value: Json): void {
  const parent = parentOf(document, place);
  const last = place.at(-1);
  if (last === undefined) merge(document, value);
  else if (Array.isArray(parent)) parent[Number(last)] = merged(parent[Number(last)] ?? null, value);
  else if (isObject(parent)) set(parent, String(last), merged(parent[last] ?? null, value));
}

/** Objects are merged key by key, lists are added to, anything else is replaced. */
function merged(before: Json, value: Json): Json {
  if (Array.isArray(before)) return [...before, ...(Array.isArray(value) ? value : [value])];
  if (!isObject(before) || !isObject(value)) return value;
  merge(before, value);
  return before;
}

function merge(before: JsonObject, value: Json): void {
  if (!isObject(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    set(before, name, Object.hasOwn(before, name) ? merged(before[name] ?? null, inner) : inner);
  }
}

/** Never by assignment: a key may be `__proto__`. */
function set(object: JsonObject, name: string, value: Json): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
