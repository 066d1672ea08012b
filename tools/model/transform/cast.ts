import { TransformError } from './transform-error.ts';

interface CastResult {
  string: string;
  integer: number;
  number: number;
  boolean: boolean;
}

/** Casts a present value to another JSON type. Throws `TransformError` where nothing sensible comes out. */
export function castValue<T extends keyof CastResult>(value: unknown, to: T): CastResult[T] {
  return casts[to](value) as CastResult[T];
}

const casts = { string: toText, integer: toInteger, number: toNumber, boolean: toBoolean } as const;

function toText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) throw new TransformError(`${JSON.stringify(value)} is not a number`);
  return number;
}

function toInteger(value: unknown): number {
  return Math.trunc(toNumber(value));
}

const truths = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  [1, true],
  [0, false],
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
  ['yes', true],
  ['no', false],
  ['y', true],
  ['n', false],
  ['t', true],
  ['f', false],
]);

function toBoolean(value: unknown): boolean {
  const truth = truths.get(typeof value === 'string' ? value.trim().toLowerCase() : value);
  if (truth === undefined) throw new TransformError(`${JSON.stringify(value)} is not a yes or a no`);
  return truth;
}
