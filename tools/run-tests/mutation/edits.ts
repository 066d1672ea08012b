/** A part of a text that is replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  /** Makes the new text from the old one, in which the edits inside it are done already. */
  readonly replace: (old: string) => string;
}

/** Applies edits that may contain one another; of two with the same place the later one is the outer. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const nested = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.start - b.start || b.end - a.end || b.index - a.index);
  let at = 0;
  const write = (start: number, end: number): string => {
    let text = '';
    let from = start;
    for (let next = nested[at]; next !== undefined && next.end <= end; next = nested[at]) {
      at += 1;
      text += source.slice(from, next.start) + next.replace(write(next.start, next.end));
      from = next.end;
    }
    return text + source.slice(from, end);
  };
  return write(0, source.length);
}
