/** Same kind of transform, as far as scoring goes: identity and rename are alike, so are lookup and enum. */
export function sameTransformKind(ours: string, gold: string): boolean {
  return normalKind(ours) === normalKind(gold);
}

/** The kind that stands for all that count as the same. */
export function normalKind(kind: string): string {
  if (kind === 'identity') return 'rename';
  return kind === 'lookup/enum' || kind === 'enum' ? 'lookup' : kind;
}
