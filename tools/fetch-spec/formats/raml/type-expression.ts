/** `(A | B)[]` as a tree. A name is that of a type, built in or declared. */
export type TypeExpression =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly of: TypeExpression }
  | { readonly kind: 'optional'; readonly of: TypeExpression }
  | { readonly kind: 'union'; readonly of: readonly TypeExpression[] };

const maxLength = 1_000;

/** Reads a type expression of RAML; undefined when it is none. */
export function parseTypeExpression(text: string): TypeExpression | undefined {
  if (text.length > maxLength) return undefined;
  const tokens = text.match(/\[\s*\]|[|()?]|[^\s|()?[\]]+|\S/g) ?? [];
  let at = 0;
  const union = (): TypeExpression | undefined => {
    const parts: TypeExpression[] = [];
    for (;;) {
      const part = postfix();
      if (part === undefined) return undefined;
      parts.push(part);
      if (tokens[at] !== '|') break;
      at += 1;
    }
    const [first, ...others] = parts;
    return others.length === 0 ? first : { kind: 'union', of: parts };
  };
  const postfix = (): TypeExpression | undefined => {
    let value = primary();
    for (; value !== undefined; at += 1) {
      const token = tokens[at] ?? '';
      if (token.startsWith('[') && token.endsWith(']')) value = { kind: 'list', of: value };
      else if (token === '?') value = { kind: 'optional', of: value };
      else break;
    }
    return value;
  };
  const primary = (): TypeExpression | undefined => {
    const token = tokens[at];
    if (token === undefined || /^[|)?[\]]/.test(token)) return undefined;
    at += 1;
    if (token !== '(') return { kind: 'name', name: token };
    const inner = union();
    if (tokens[at] !== ')') return undefined;
    at += 1;
    return inner;
  };
  const whole = union();
  return at === tokens.length ? whole : undefined;
}
