/** POSIX paths, as in Node. */
export const sep = '/';
export const delimiter = ':';

export function normalize(path: string): string {
  const absolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!absolute) parts.push('..');
  }
  const tail = path.endsWith('/') && parts.length > 0 ? '/' : '';
  return (absolute ? '/' : '') + parts.join('/') + tail || (absolute ? '/' : '.');
}

export const join = (...parts: string[]): string =>
  normalize(parts.filter((part) => part !== '').join('/') || '.');
export const isAbsolute = (path: string): boolean => path.startsWith('/');

/** The working directory is the root. */
export function resolve(...parts: string[]): string {
  let path = '';
  for (const part of parts.toReversed()) {
    if (part !== '') path = path === '' ? part : `${part}/${path}`;
    if (path.startsWith('/')) break;
  }
  const whole = normalize(path.startsWith('/') ? path : `/${path}`);
  return whole.length > 1 && whole.endsWith('/') ? whole.slice(0, -1) : whole;
}

export function dirname(path: string): string {
  const plain = path.replace(/(?<=.)\/+$/, '');
  const at = plain.lastIndexOf('/');
  return at < 0 ? '.' : plain.slice(0, at) || '/';
}

export function basename(path: string, suffix = ''): string {
  const base = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return suffix !== '' && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
}

export function extname(path: string): string {
  const base = basename(path);
  const at = base.lastIndexOf('.');
  return at <= 0 ? '' : base.slice(at);
}

export function relative(from: string, to: string): string {
  const [a, b] = [resolve(from), resolve(to)].map((path) => path.split('/').filter((part) => part !== ''));
  if (a === undefined || b === undefined) return '';
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/');
}

export function parse(path: string) {
  const [base, ext] = [basename(path), extname(path)];
  const dir = path.includes('/') ? dirname(path) : '';
  return { root: isAbsolute(path) ? '/' : '', dir, base, ext, name: basename(base, ext) };
}
