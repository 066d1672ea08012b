import type { Warning } from '../../model/index.ts';
import { RequestError } from '../errors/index.ts';
import { isObject, type Json } from '../json/json.ts';

/** Deepest nesting of a document that is read. */
export const maxDepth = 100;
/** How far YAML aliases may make a document grow: many times over only while it stays small. */
const maxGrowth = 5;
const smallEnough = 200_000;

/** The only key that changes an object when it is assigned. */
const forbidden = '__proto__';

interface Size {
  readonly values: number;
  readonly height: number;
}

/**
 * Checks a parsed value and takes out what could hurt later: nesting over the cap, aliases that grow without bound or go
 * in a circle, keys named `__proto__`. Changes the value in place. Throws `too_deep`, `too_many_values`.
 */
export function makeSafe(value: unknown, warnings: Warning[]): Json {
  // Shared nodes are measured once: the work is in proportion to the text, not to what it expands to.
  const sizes = new Map<object, Size>();
  let written = 0;
  let unsafe = 0;

  const measure = (node: unknown, depth: number): Size => {
    if (typeof node !== 'object' || node === null) return { values: 1, height: 0 };
    const known = sizes.get(node);
    if (known !== undefined) return known;
    // A node met again inside itself runs into this as well.
    if (depth > maxDepth) throw tooDeep();
    if (isObject(node) && Object.hasOwn(node, forbidden)) {
      delete node[forbidden];
      unsafe += 1;
    }
    written += 1;
    let values = 1;
    let height = 0;
    for (const inner of Object.values(node)) {
      const size = measure(inner, depth + 1);
      if (typeof inner !== 'object' || inner === null) written += 1;
      values += size.values;
      height = Math.max(height, size.height + 1);
    }
    if (height + depth > maxDepth) throw tooDeep();
    const size = { values, height };
    sizes.set(node, size);
    return size;
  };

  const { values } = measure(value, 0);
  if (values > smallEnough && values > written * maxGrowth) {
    throw new RequestError(
      'too_many_values',
      `The document grows from ${written} to more than ${smallEnough} values once its YAML aliases are written out`,
      'Give a document without nested YAML aliases',
    );
  }
  if (unsafe > 0) {
    warnings.push({ code: 'unsafe_keys', message: `${unsafe} keys named __proto__ were left out`, at: '' });
  }
  return value as Json;
}

function tooDeep(): RequestError {
  return new RequestError(
    'too_deep',
    `The document is nested deeper than ${maxDepth} levels`,
    'Give a document that is nested less deeply',
  );
}
