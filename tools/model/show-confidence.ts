/** A confidence for people, `0.89`: rounded down, so that no row looks surer than it is. */
export function showConfidence(confidence: number): string {
  // The addend undoes binary error: 0.29 * 100 is 28.999….
  return (Math.floor(confidence * 100 + 1e-9) / 100).toFixed(2);
}
