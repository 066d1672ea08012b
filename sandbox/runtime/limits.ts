/** How much text the code may produce, in characters, before the run ends with the verdict `output`. */
export const outputLimits = {
  logs: 64 * 1024,
  value: 400_000,
  tests: 400_000,
  message: 4_000,
  stack: 4_000,
} as const;
