/** A part of the body. Only `lines` may be cut when the whole is too long for GitHub. */
export interface Section {
  readonly head: readonly string[];
  readonly lines: readonly string[];
  readonly tail: readonly string[];
}

/** GitHub's limit is 65 536 characters. */
export const bodyLimit = 65_000;

/** Joins the sections; while they are too long, the longest one is cut and says so. */
export function joinSections(sections: readonly Section[], limit = bodyLimit): string {
  const parts = sections.map((section) => ({ ...section, dropped: 0 }));
  for (;;) {
    const rendered = parts.map(render);
    const body = `${rendered.join('\n\n')}\n`;
    if (body.length <= limit) return body;
    const longest = parts.toSorted((a, b) => size(b.lines) - size(a.lines))[0];
    if (longest === undefined || longest.lines.length === 0) return `${body.slice(0, limit - 1)}…`;
    let excess = body.length - limit + 200;
    const lines = [...longest.lines];
    while (excess > 0 && lines.length > 0) excess -= (lines.pop()?.length ?? 0) + 1;
    longest.dropped += longest.lines.length - lines.length;
    longest.lines = lines;
  }
}

function render({ head, lines, tail, dropped }: Section & { readonly dropped: number }): string {
  const note =
    dropped === 0 ? [] : ['', `… ${dropped} more, cut at GitHub's limit; \`mapping.yaml\` has them all.`];
  return [...head, ...lines, ...note, ...tail].join('\n');
}

function size(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
