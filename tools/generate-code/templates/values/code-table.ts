import { codeKey } from './code-key.ts';

/** A list of codes (a line each, its forms between bars) by all of their forms; the value is the form in `column`. */
export function codeTable(list: string, column: number): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const line of list.trim().split('\n')) {
    const forms = line.split('|');
    const wanted = forms[column];
    for (const form of forms) {
      if (wanted !== undefined && !table.has(codeKey(form))) table.set(codeKey(form), wanted);
    }
  }
  return table;
}
