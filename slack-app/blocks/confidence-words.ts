const words = [
  [0.95, 'very sure'],
  [0.9, 'sure'],
  [0.75, 'likely'],
  [0.5, 'unsure'],
  [0, 'a guess'],
] as const;

/** 0.97 → "very sure, 97%". Rounded down, so that 100% is never said of less. */
export function confidenceWords(confidence: number): string {
  const word = words.find(([least]) => confidence >= least)?.[1] ?? 'a guess';
  // A tiny addition undoes binary fractions: 0.29 * 100 is 28.999….
  return `${word}, ${Math.floor(confidence * 100 + 1e-9)}%`;
}
