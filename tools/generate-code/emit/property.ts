import { literal } from './literal.ts';

const identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A property's name in an object literal. */
export function propertyKey(name: string): string {
  // Only in brackets is this name a property like any other.
  if (name === '__proto__') return "['__proto__']";
  return identifier.test(name) ? name : literal(name);
}

/** One entry of an object literal, short where name and code are the same. */
export function propertyEntry(name: string, code: string): string {
  return name === code && identifier.test(name) ? name : `${propertyKey(name)}: ${code}`;
}

/** Reading a property; `optional` where the object may be missing. */
export function propertyAccess(object: string, name: string, optional: boolean): string {
  if (identifier.test(name)) return `${object}${optional ? '?.' : '.'}${name}`;
  return `${object}${optional ? '?.' : ''}[${literal(name)}]`;
}

/** Names every JavaScript object has of its own accord: a missing field of such a name would look present. */
export function isUnsafeName(name: string): boolean {
  return name in {};
}
