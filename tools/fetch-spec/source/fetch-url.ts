import { join } from 'node:path';
import {
  CausewayError,
  OutsideError,
  RefusedError,
  RequestError,
  type ToolContext,
} from '../../core/index.ts';
import { HttpCache } from './http-cache.ts';
import { httpGet } from './http-get.ts';
import { baseName, type Source } from './source.ts';

const maxRedirects = 5;
const timeoutMs = 30_000;

/**
 * Fetches a description over HTTP(S). Hosts inside the own network are refused at every hop, unless allowed by
 * `config.allowHosts`. A copy from before is used when the server says that it is unchanged, and, with a warning, when the
 * server cannot be reached. Throws `bad_url`, `private_host`, `too_large`, `fetch_failed`, `fetch_timeout`.
 */
export async function fetchSourceUrl(spec: string, context: ToolContext): Promise<Source> {
  let url = parseUrl(spec);
  const entity = url.hash.length > 1 ? fragmentOf(url) : null;
  const cache = new HttpCache(join(context.config.home, 'cache', 'http'));
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([context.signal, timeout]);
  try {
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      context.progress(`fetching from ${url.host}`);
      const copy = await cache.find(url);
      const answer = await httpGet(url, context.config.allowHosts, signal, copy?.headers ?? {});
      if ('location' in answer) {
        url = parseUrl(answer.location, url);
        continue;
      }
      if ('bytes' in answer) await cache.keep(url, answer.bytes, answer.headers);
      return sourceOf(
        'bytes' in answer ? answer.bytes : (copy?.bytes ?? new Uint8Array()),
        url,
        entity,
        context,
      );
    }
  } catch (thrown) {
    context.signal.throwIfAborted();
    const error = fetchError(thrown, url, timeout.aborted);
    // What is refused stays refused: an old copy only stands in for a server that does not answer.
    const copy = error instanceof OutsideError ? await cache.find(url) : undefined;
    if (copy === undefined) throw error;
    const warning = {
      code: 'used_cached_copy',
      message: `${error.message}; the copy fetched earlier was used`,
      at: publicOrigin(url),
    };
    return { ...sourceOf(copy.bytes, url, entity, context), warnings: [warning] };
  }
  throw new OutsideError(
    'fetch_failed',
    `${url.host} redirects more than ${maxRedirects} times`,
    'Give the final URL of the description',
  );
}

function sourceOf(bytes: Uint8Array, url: URL, entity: string | null, context: ToolContext): Source {
  return {
    bytes,
    origin: publicOrigin(url),
    name: baseName(url.pathname),
    entity,
    related: async (reference, refused) => {
      const target = URL.parse(reference, url.href);
      if (target === null) refused?.('it is no valid address');
      return target === null ? undefined : relatedUrl(target, context, refused);
    },
  };
}

/** Hosts that did not answer in one call, and why: a description may refer to the same one a thousand times. */
const silent = new WeakMap<AbortSignal, Map<string, string>>();

/** A document at an address that another document names, fetched under the same guard; undefined when it cannot be. */
export async function relatedUrl(
  target: URL,
  context: ToolContext,
  refused?: (why: string) => void,
): Promise<Source | undefined> {
  const known = silent.get(context.signal) ?? new Map<string, string>();
  silent.set(context.signal, known);
  const before = known.get(target.host);
  if (before !== undefined) {
    refused?.(before);
    return undefined;
  }
  try {
    return await fetchSourceUrl(target.href.replace(/#.*$/, ''), context);
  } catch (thrown) {
    context.signal.throwIfAborted();
    const why =
      thrown instanceof CausewayError ? `${thrown.message}. ${thrown.hint}` : 'it cannot be fetched';
    known.set(target.host, why);
    refused?.(why);
    return undefined;
  }
}

function parseUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (url === null) {
    throw new RequestError('bad_url', 'The URL of the description is not valid', 'Check its spelling');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new RefusedError(
      'bad_url',
      `${url.protocol} URLs are not fetched`,
      'Give an https: URL, or the path of a file',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new RefusedError(
      'bad_url',
      'The URL holds a user name or password, which would end up in logs',
      'Download the description and give its path',
    );
  }
  return url;
}

/** The record type that stands after `#`. */
function fragmentOf(url: URL): string {
  try {
    return decodeURIComponent(url.hash.slice(1));
  } catch (cause) {
    throw new RequestError(
      'bad_url',
      'What stands after # in the URL is not valid: a % there must begin a code such as %20',
      'Correct it, or leave # and what follows away',
      { cause },
    );
  }
}

/** Without query and fragment: a query may hold a token, and the origin is stored. */
function publicOrigin(url: URL): string {
  return url.origin + url.pathname;
}

function fetchError(thrown: unknown, url: URL, timedOut: boolean): CausewayError {
  // A refusal inside the lookup comes back as it is, or as the cause of what the client made of it.
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof CausewayError) return error;
  }
  const options = { cause: thrown };
  if (timedOut) {
    return new OutsideError(
      'fetch_timeout',
      `${url.host} did not send the description within ${timeoutMs / 1000} s`,
      'Try again later, or download the description and give its path',
      options,
    );
  }
  const code = thrown instanceof Error && 'code' in thrown ? ` (${String(thrown.code)})` : '';
  return new OutsideError(
    'fetch_failed',
    `${url.host} could not be reached${code}`,
    'Check the URL and the network, or download the description and give its path',
    options,
  );
}
