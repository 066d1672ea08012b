/** The name of one case of `it.each`: `%s`-like places take the arguments in turn, `$name` a property of the first. */
export function caseTitle(title: string, args: readonly unknown[], index: number): string {
  let next = 0;
  const filled = title.replace(/%[sdifjoO#$%]/g, (place) => {
    if (place === '%%') return '%';
    if (place === '%#') return String(index);
    if (place === '%$') return String(index + 1);
    return next < args.length ? formatted(place, args[next++]) : place;
  });
  const [first] = args;
  if (typeof first !== 'object' || first === null) return filled;
  return filled.replace(/\$([\w.]+)/g, (place, path: string) => {
    const value = path.split('.').reduce<unknown>(property, first);
    return value === undefined ? place : short(value);
  });
}

function formatted(place: string, value: unknown): string {
  if (place === '%d' || place === '%f') return String(Number(value));
  if (place === '%i') return String(Math.trunc(Number(value)));
  if (place === '%s') return typeof value === 'object' && value !== null ? short(value) : String(value);
  return short(value);
}

function short(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
