import { isObject } from './json.ts';

/** Joins steps to an RFC 6901 pointer: `/paths/~1contacts/get`. */
export function formatPointer(steps: readonly string[]): string {
  return steps.map((step) => `/${escapeStep(step)}`).join('');
}

function escapeStep(step: string): string {
  // Most steps have neither, and this is asked for every node of a large document.
  return step.includes('/') || step.includes('~') ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step;
}

/** Splits a pointer into its steps; undefined when it is none. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  const steps = pointer.slice(1).split('/');
  return pointer.includes('~')
    ? steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    : steps;
}

/** Reads one own property or array element; undefined when there is none. Never reads the prototype. */
export function readStep(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return /^(?:0|[1-9]\d*)$/.test(step) ? value[Number(step)] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** The value at a pointer; undefined when the pointer leads nowhere. */
export function readPointer(document: unknown, pointer: string): unknown {
  const steps = parsePointer(pointer);
  return steps?.reduce<unknown>(readStep, document);
}
