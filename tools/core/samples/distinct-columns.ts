import type { Warning } from '../../model/index.ts';

/** Names for the columns of a CSV header: none is empty, and those that stand twice are told apart and named in a warning. */
export function distinctColumns(header: readonly string[], warnings: Warning[]): string[] {
  const names = header.map((name, index) => name.trim() || `column${index + 1}`);
  const taken = new Set(names);
  const seen = new Set<string>();
  const renamed: string[] = [];
  const distinct = names.map((name) => {
    let own = name;
    for (let count = 2; seen.has(own) || (own !== name && taken.has(own)); count += 1)
      own = `${name}_${count}`;
    seen.add(own);
    if (own !== name) renamed.push(own);
    return own;
  });
  if (renamed.length > 0) {
    const list = renamed.slice(0, 10).map((name) => JSON.stringify(name.slice(0, 100)));
    warnings.push({
      code: 'duplicate_columns',
      message: `Column names stand twice in the header; the later ones are called ${list.join(', ')}${renamed.length > 10 ? ' and so on' : ''}`,
      at: 'samples',
    });
  }
  return distinct;
}
