import type { Field, WireType } from '../field.ts';

/** JSON type in which a field travels; null when it may be any. */
export function wireTypeOf({ type, wireType }: Field): WireType | null {
  if (wireType !== null) return wireType;
  switch (type) {
    case 'any':
      return null;
    case 'date':
    case 'date-time':
    case 'time':
      return 'string';
    default:
      return type;
  }
}
