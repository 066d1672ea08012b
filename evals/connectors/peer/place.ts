/** An object with a value at a dot path; a selector such as `links[rel=next].href` makes the list it selects from. */
export function placed(body: unknown, path: string, value: unknown): unknown {
  if (path === '') return value;
  const [head = '', ...rest] = path.split('.');
  const object = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const selector = /^(.*)\[(.*)=(.*)\]$/.exec(head);
  if (selector !== null) {
    const [, name = '', key = '', wanted = ''] = selector;
    return { ...object, [name]: [placed({ [key]: wanted }, rest.join('.'), value)] };
  }
  return { ...object, [head]: placed(object[head], rest.join('.'), value) };
}

/** The value at a dot path of plain names; `undefined` where there is none. */
export function valueAt(body: unknown, path: string): unknown {
  let value = body;
  for (const name of path === '' ? [] : path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
