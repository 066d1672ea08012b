import { Agent, request } from 'undici';
import { maxBytes, tooLarge } from '../../core/documents/too-large.ts';
import { OutsideError } from '../../core/index.ts';
import { bareHost, guardedLookup, isAllowed, isPublicAddress, privateHost } from './private-host.ts';

export type Answer =
  | { readonly bytes: Uint8Array; readonly headers: Record<string, unknown> }
  | { readonly location: string }
  | { readonly unchanged: true };

/**
 * One GET without following anything. Addresses inside the own network are refused before and at connection, unless
 * allowed. `conditions` are the headers that ask whether a known copy is still the right one. Throws `private_host`,
 * `too_large`, `fetch_failed`, and the client's own errors.
 */
export async function httpGet(
  url: URL,
  allowHosts: readonly string[],
  signal: AbortSignal,
  conditions: Readonly<Record<string, string>>,
): Promise<Answer> {
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
        ...conditions,
      },
    });
    const location = response.headers['location'];
    if (response.statusCode >= 300 && response.statusCode < 400 && typeof location === 'string') {
      return { location };
    }
    if (response.statusCode === 304 && Object.keys(conditions).length > 0) return { unchanged: true };
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
    return { bytes: Buffer.concat(chunks), headers: response.headers };
  } finally {
    await agent.destroy();
  }
}
