import type { HttpCall } from '../http-call.ts';

/** Some of the calls, spread evenly over the document: an API of thousands answers errors as its first few hundred do. */
export function sampleCalls(calls: readonly HttpCall[], most: number): readonly HttpCall[] {
  if (calls.length <= most) return calls;
  const step = calls.length / most;
  return Array.from({ length: most }, (_, index) => calls[Math.floor(index * step)]).filter(
    (call) => call !== undefined,
  );
}
