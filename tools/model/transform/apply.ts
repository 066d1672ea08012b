import { castValue } from './cast.ts';
import { convertDate } from './convert-date.ts';
import type { Transform } from './transform.ts';
import { TransformError } from './transform-error.ts';

/**
 * What a transform makes of its source values, in the order of the row's `sources`. `undefined` means "nothing to
 * write"; null is written. Throws `TransformError` when the value cannot be carried over without loss of meaning.
 * This is the definition: previews run it, generated code must equal it.
 */
export function applyTransform(transform: Transform, sources: readonly unknown[]): unknown {
  const value = sources[0];
  switch (transform.kind) {
    case 'constant':
      return transform.value;
    case 'default':
      return value === undefined || value === null || value === '' ? transform.value : value;
    case 'concat':
      return concat(sources, transform.separator);
    case 'conditional':
      return value === undefined
        ? undefined
        : value === transform.equals
          ? transform.match
          : transform.otherwise;
    case 'expression':
      throw new TransformError('an expression is written by hand in overrides.ts');
    default:
      return value === undefined || value === null ? value : applyToPresent(transform, value);
  }
}

type PresentTransform = Exclude<
  Transform,
  { kind: 'constant' | 'default' | 'concat' | 'conditional' | 'expression' }
>;

function applyToPresent(transform: PresentTransform, value: unknown): unknown {
  switch (transform.kind) {
    case 'identity':
    case 'rename':
    case 'unnest':
      return value;
    case 'nest':
      return transform.wrap === null ? value : { [transform.wrap]: value };
    case 'reference':
      return transform.as === 'object' ? { id: String(value) } : value;
    case 'cast':
      return castValue(value, transform.to);
    case 'split': {
      const parts = castValue(value, 'string')
        .split(transform.separator)
        .map((part) => part.trim());
      const at = transform.index < 0 ? parts.length + transform.index : transform.index;
      const picked = transform.rest ? parts.slice(at).join(transform.separator) : parts[at];
      return picked === '' ? undefined : picked;
    }
    case 'lookup': {
      const row = transform.table.find(({ from }) => from === value);
      if (row !== undefined) return row.to;
      if (transform.otherwise !== undefined) return transform.otherwise;
      throw new TransformError(`${JSON.stringify(value)} is not in the value table`);
    }
    case 'unit': {
      const scale = 10 ** transform.decimals;
      // The small addend undoes binary error: 1.005 * 100 is 100.49999….
      const scaled = castValue(value, 'number') * transform.factor * scale;
      return Math.round(scaled + Math.sign(scaled) * 1e-9) / scale;
    }
    case 'date-format':
      return convertDate(value, transform.from, transform.to);
    case 'aggregate':
      return aggregate(Array.isArray(value) ? value : [value], transform.op, transform.separator);
  }
}

function concat(sources: readonly unknown[], separator: string): string | undefined {
  const parts = sources.filter((part) => part !== undefined && part !== null && part !== '');
  return parts.length === 0 ? undefined : parts.map((part) => castValue(part, 'string')).join(separator);
}

function aggregate(
  values: readonly unknown[],
  op: 'first' | 'last' | 'join' | 'count' | 'sum',
  separator: string,
): unknown {
  switch (op) {
    case 'first':
      return values[0];
    case 'last':
      return values.at(-1);
    case 'count':
      return values.length;
    case 'join':
      return values.map((value) => castValue(value, 'string')).join(separator);
    case 'sum':
      return values.reduce<number>((sum, value) => sum + castValue(value, 'number'), 0);
  }
}
