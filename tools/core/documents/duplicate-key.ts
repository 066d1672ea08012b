/**
 * The first key that stands twice in one object of a valid JSON text, or undefined: `JSON.parse` keeps the last and says
 * nothing. One pass, no recursion.
 */
export function duplicateKey(json: string): string | undefined {
  const scopes: (Set<string> | null)[] = [];
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
  for (let match = token.exec(json); match !== null; match = token.exec(json)) {
    const [text] = match;
    if (text === '{') scopes.push(new Set());
    else if (text === '[') scopes.push(null);
    else if (text === '}' || text === ']') scopes.pop();
    else {
      const keys = scopes.at(-1);
      if (keys instanceof Set && isKey(json, token.lastIndex)) {
        if (keys.has(text)) return JSON.parse(text) as string;
        keys.add(text);
      }
    }
  }
  return undefined;
}

function isKey(json: string, end: number): boolean {
  let at = end;
  while (json.charCodeAt(at) <= 32) at += 1;
  return json[at] === ':';
}
