/** What a caller may ask for: milliseconds of wall time (per test file), and MB of heap in the isolate. */
export const sandboxLimits = {
  timeoutMs: { default: 10_000, min: 10, max: 60_000 },
  memoryMb: { default: 128, min: 16, max: 512 },
} as const;

export interface RunLimits {
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

/** The asked limits, defaults filled in. Throws a RangeError that names the limit and its range. */
export function limitsOf(asked: { timeoutMs?: number; memoryMb?: number }): RunLimits {
  return { timeoutMs: within('timeoutMs', asked.timeoutMs), memoryMb: within('memoryMb', asked.memoryMb) };
}

function within(name: keyof typeof sandboxLimits, asked: number | undefined): number {
  const { default: usual, min, max } = sandboxLimits[name];
  const value = asked ?? usual;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new RangeError(`${name} must be a whole number from ${min} to ${max}, not ${value}`);
}
