import { castValue } from './cast.ts';
import { convertDate } from './convert-date.ts';
import { convertUnit } from './convert-unit.ts';
import { decide } from './decide.ts';
import { joinParts } from './join-parts.ts';
import { lookUp } from './look-up.ts';
import { pickElements } from './pick-elements.ts';
import { splitText } from './split-text.ts';
import type { Transform, TransformOf } from './transform.ts';
import { TransformError } from './transform-error.ts';

/**
 * What a transform makes of its source values, in the order of the row's `sources`. `undefined` means "nothing to
 * write"; null is written. `related` answers the values of `relatedPaths(transform)`, read as the sources were. Throws
 * `TransformError` when the value cannot be carried over without loss of meaning.
 * This is the definition: previews run it, generated code must equal it.
 */
export function applyTransform(
  transform: Transform,
  sources: readonly unknown[],
  related: (path: string) => unknown = () => undefined,
): unknown {
  const value = sources[0];
  switch (transform.kind) {
    case 'constant':
      return transform.value;
    case 'default':
      return value === undefined || value === null || value === '' ? transform.value : value;
    case 'concat':
      return joinParts(sources, transform.separator, transform.template);
    case 'conditional':
      return decide(sources, transform);
    case 'expression':
      throw new TransformError('an expression is written by hand in overrides.ts');
    default:
      return value === undefined || value === null ? value : applyToPresent(transform, value, related);
  }
}

type PresentTransform = Exclude<
  Transform,
  { kind: 'constant' | 'default' | 'concat' | 'conditional' | 'expression' }
>;

function applyToPresent(
  transform: PresentTransform,
  value: unknown,
  related: (path: string) => unknown,
): unknown {
  switch (transform.kind) {
    case 'identity':
    case 'rename':
      return value;
    case 'unnest':
      return transform.where === undefined
        ? value
        : pickElements(value, related(transform.where.path), transform.where)[0];
    case 'nest':
      return transform.wrap === null ? value : { [transform.wrap]: value };
    case 'reference':
      return transform.as === 'object' ? { id: String(value) } : value;
    case 'cast':
      return castValue(value, transform.to);
    case 'split':
      return splitText(value, transform);
    case 'lookup':
      return lookUp(value, transform);
    case 'unit':
      return convertUnit(
        value,
        transform,
        transform.currency === undefined ? undefined : related(transform.currency),
      );
    case 'date-format':
      return convertDate(value, transform.from, transform.to);
    case 'aggregate': {
      const { where } = transform;
      return aggregate(
        pickElements(value, where === undefined ? undefined : related(where.path), where),
        transform,
      );
    }
  }
}

function aggregate(values: readonly unknown[], { op, separator }: TransformOf<'aggregate'>): unknown {
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
