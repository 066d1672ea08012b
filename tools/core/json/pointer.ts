import { isObject } from './json.ts';

/** Joins steps to an RFC 6901 pointer: `/paths/~1contacts/get`. */
export function formatPointer(steps: readonly string[]): string {
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Splits a pointer into its steps; undefined when it is none. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
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
