import { isObject, type Json, type JsonObject } from '../../core/json/json.ts';
import { readPointer } from '../../core/json/pointer.ts';
import { localPointer } from '../../core/openapi/local-pointer.ts';
import type { Warning } from '../../model/index.ts';

const shown = 20;

/** Warnings for references that lead nowhere or outside. Nothing outside is ever read. */
export function checkRefs(document: JsonObject): Warning[] {
  const broken = new Map<string, string>();
  const external = new Map<string, string>();
  const visit = (node: Json, at: () => string): void => {
    if (Array.isArray(node)) {
      for (const [index, inner] of node.entries()) visit(inner, () => `${at()}/${index}`);
    } else if (isObject(node)) {
      for (const [name, inner] of Object.entries(node)) {
        if (name === '$ref' && typeof inner === 'string') {
          const pointer = localPointer(inner);
          if (pointer === undefined) external.set(inner, external.get(inner) ?? at());
          else if (!broken.has(inner) && readPointer(document, pointer) === undefined)
            broken.set(inner, at());
        } else if (typeof inner === 'object' && inner !== null) {
          visit(inner, () => `${at()}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
        }
      }
    }
  };
  visit(document, () => '');
  return [
    ...list(
      broken,
      'broken_ref',
      (ref) => `The reference ${ref} leads nowhere; what it stands for stays unknown`,
    ),
    ...list(
      external,
      'external_ref',
      (ref) =>
        `The reference ${ref} leads out of the document and is not followed; give one bundled file instead`,
    ),
  ];
}

function list(found: ReadonlyMap<string, string>, code: string, say: (ref: string) => string): Warning[] {
  const all = [...found].map(([ref, at]) => ({ code, message: say(JSON.stringify(ref.slice(0, 200))), at }));
  if (all.length <= shown) return all;
  return [...all.slice(0, shown), { code, message: `${all.length - shown} more like these`, at: '' }];
}
