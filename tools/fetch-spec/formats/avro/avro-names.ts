import { type Json, property, textOf } from '../../../core/json/json.ts';

/** Longest full name of a type that is kept. */
const maxName = 300;

/** Full name of a named type, given the namespace around it: `com.example.Invoice`. Undefined when it has no usable name. */
export function fullName(node: Json, around: string): string | undefined {
  const name = textOf(property(node, 'name'))?.trim();
  if (name === undefined || name.length > maxName) return undefined;
  if (name.includes('.')) return name;
  const own = property(node, 'namespace');
  const namespace = typeof own === 'string' ? own.trim() : around;
  return namespace === '' ? name : `${namespace}.${name}`.slice(0, maxName);
}

/** `com.example.Invoice` → `com.example`. */
export function namespaceOf(name: string): string {
  return name.split('.').slice(0, -1).join('.');
}

/** `com.example.Invoice` → `Invoice`. */
export function shortName(name: string): string {
  return name.split('.').at(-1) ?? name;
}
