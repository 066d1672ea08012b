import type { IncomingMessage } from 'node:http';
import { placed, valueAt } from './place.ts';

/** A request as a peer looks at it. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body as an object, whether it came as JSON or as a form. */
  readonly body: unknown;
  /** All that was said, decoded: where a search looks for the value it is asked for. */
  readonly said: string;
  /** A parameter of the query, or of the body by its dot path. */
  value(name: string): string | undefined;
  /** This URL with another value of a query parameter. */
  urlWith(name: string, value: string): string;
}

export async function readRequest(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const form = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  const body = form ? fromForm(text) : fromJson(text);
  return {
    method: request.method ?? 'GET',
    url,
    headers,
    text,
    body,
    said: `${[...url.searchParams.values()].join('\n')}\n${decodeURIComponent(url.pathname)}\n${JSON.stringify(body) ?? ''}`,
    value(name) {
      const inBody = valueAt(body, name);
      return url.searchParams.get(name) ?? (inBody === undefined ? undefined : String(inBody));
    },
    urlWith(name, value) {
      const next = new URL(url);
      next.searchParams.set(name, value);
      return next.href;
    },
  };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `address[city]=Paris` → `{ address: { city: 'Paris' } }` */
function fromForm(text: string): unknown {
  let body: unknown = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const names = key.replaceAll(']', '').split('[');
    body = placed(body, names.join('.'), value);
  }
  return body;
}
