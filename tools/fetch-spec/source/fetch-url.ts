import { Agent, request } from 'undici';
import { maxBytes, tooLarge } from '../../core/documents/too-large.ts';
import {
  CausewayError,
  OutsideError,
  RefusedError,
  RequestError,
  type ToolContext,
} from '../../core/index.ts';
import { bareHost, guardedLookup, isAllowed, isPublicAddress, privateHost } from './private-host.ts';
import { baseName, type Source } from './source.ts';

const maxRedirects = 5;
const timeoutMs = 30_000;

/**
 * Fetches a description over HTTP(S). Hosts inside the own network are refused at every hop, unless allowed by
 * `config.allowHosts`. Throws `bad_url`, `private_host`, `too_large`, `fetch_failed`, `fetch_timeout`.
 */
export async function fetchSourceUrl(spec: string, context: ToolContext): Promise<Source> {
  let url = parseUrl(spec);
  const entity = url.hash.length > 1 ? fragmentOf(url) : null;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([context.signal, timeout]);
  try {
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      context.progress(`fetching from ${url.host}`);
      const answer = await fetchOnce(url, context.config.allowHosts, signal);
      if ('bytes' in answer) {
        return { bytes: answer.bytes, origin: publicOrigin(url), name: baseName(url.pathname), entity };
      }
      url = parseUrl(answer.location, url);
    }
  } catch (thrown) {
    context.signal.throwIfAborted();
    throw fetchError(thrown, url, timeout.aborted);
  }
  throw new OutsideError(
    'fetch_failed',
    `${url.host} redirects more than ${maxRedirects} times`,
    'Give the final URL of the description',
  );
}

type Answer = { readonly bytes: Uint8Array } | { readonly location: string };

async function fetchOnce(url: URL, allowHosts: readonly string[], signal: AbortSignal): Promise<Answer> {
  const allowed = isAllowed(url, allowHosts);
  const host = bareHost(url);
  // The lookup is not asked about addresses.
  if (!allowed && (url.hostname.startsWith('[') || /^[\d.]+$/.test(host)) && !isPublicAddress(host)) {
    throw privateHost(host);
  }
  const agent = new Agent({ connect: { lookup: guardedLookup(allowed) } });
  try {
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        accept: 'application/json, application/yaml, text/yaml, */*;q=0.5',
        'accept-encoding': 'identity',
        'user-agent': 'causeway',
      },
    });
    const location = response.headers['location'];
    if (response.statusCode >= 300 && response.statusCode < 400 && typeof location === 'string') {
      return { location };
    }
    if (response.statusCode !== 200) {
      throw new OutsideError(
        'fetch_failed',
        `${url.host} answered ${response.statusCode} for ${url.pathname}`,
        'Check the URL in a browser; if it needs a login, download the description and give its path',
      );
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      const bytes = chunk as Uint8Array;
      size += bytes.byteLength;
      if (size > maxBytes) throw tooLarge(`What ${url.host} sends`);
      chunks.push(bytes);
    }
    return { bytes: Buffer.concat(chunks) };
  } finally {
    await agent.destroy();
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
