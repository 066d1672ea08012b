/** Figures have four decimals: more would be noise. */
export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

export function roundOr(value: number | null): number | null {
  return value === null ? null : round(value);
}
