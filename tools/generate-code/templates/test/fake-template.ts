import { readPath } from '../src/json.ts';
import type { FakeRoute } from './fake-api.ts';

/** What a request holds where the description has a placeholder. */
export interface Captures {
  id?: string;
  value?: string;
  since?: Date;
}

/** Reads a request against a call's templates; undefined when it is another call. */
export function capture(route: FakeRoute, url: URL, body: unknown): Captures | undefined {
  const captures: Captures = {};
  const matches =
    matchText(route.path, decodeURIComponent(url.pathname), captures) &&
    Object.entries(route.query).every(([name, template]) => {
      const given = url.searchParams.get(name);
      // Without a moment it is the list, which may have the same path.
      if (given === null && template.includes('{since}')) return false;
      return matchText(template, given ?? '', captures);
    }) &&
    (route.body === null || matchBody(route.body, body, captures));
  return matches ? captures : undefined;
}

function matchBody(template: unknown, actual: unknown, captures: Captures): boolean {
  if (template === '{fields}') return Array.isArray(actual);
  if (typeof template === 'string')
    return typeof actual === 'string' && matchText(template, actual, captures);
  if (typeof template !== 'object' || template === null) return template === actual;
  return Object.entries(template).every(([name, inner]) =>
    matchBody(inner, readPath(actual, [name]), captures),
  );
}

function matchText(template: string, actual: string, captures: Captures): boolean {
  const names: string[] = [];
  const pattern = template
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(part.slice(1, -1));
      return '(.*)';
    })
    .join('');
  const found = new RegExp(`^${pattern}$`, 's').exec(actual);
  if (found === null) return false;
  for (const [index, name] of names.entries()) keep(name, found[index + 1] ?? '', captures);
  return true;
}

function keep(name: string, text: string, captures: Captures): void {
  if (name === 'value') captures.value = unquote(text);
  else if (name === 'since') captures.since = toDate(text);
  else if (name !== 'field' && name !== 'fields') captures.id = text;
}

/** As the query language reads it: quotes around it go, an escaped character stands for itself. */
function unquote(text: string): string {
  const [, quoted] = /^["'](.*)["']$/s.exec(text) ?? [];
  return (quoted ?? text).replace(/\\(.)/gs, '$1');
}

function toDate(text: string): Date {
  if (!/^\d+$/.test(text)) return new Date(text);
  return new Date(Number(text) * (text.length > 11 ? 1 : 1000));
}
