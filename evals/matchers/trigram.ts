/** Dice coefficient of the sets of three-letter pieces, edges padded, 0..1. */
export function trigramDice(a: string, b: string): number {
  const piecesA = pieces(a);
  const piecesB = pieces(b);
  const shared = [...piecesA].filter((piece) => piecesB.has(piece)).length;
  return (2 * shared) / (piecesA.size + piecesB.size);
}

function pieces(text: string): Set<string> {
  const padded = `  ${text}  `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
