import { request } from 'undici';
import { OutsideError, type ToolContext } from '../../core/index.ts';
import type { ApiDescription } from '../../model/index.ts';

const timeoutMs = 10_000;
const maxBytes = 20 * 1024 * 1024;

/**
 * One GET on the account that the environment's credentials open. `<SYSTEM>_BASE_URL` stands in for the vendor's host, as in
 * generated connectors. Throws `account_failed`, which never carries a credential.
 */
export async function getFromAccount(
  path: string,
  { api, system, title }: ApiDescription,
  { config, signal }: ToolContext,
): Promise<unknown> {
  const variable = (name: string) => config.variable(name) ?? '';
  const base =
    config.variable(`${system.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}_BASE_URL`) ??
    api.baseUrl.replaceAll(/\{([^{}]+)\}/g, (_, name: string) =>
      encodeURIComponent(variable(api.variables.find((known) => known.name === name)?.env ?? '')),
    );
  const secrets = api.auth.credentials.map(({ env }) => variable(env));
  const [first = '', second = ''] = secrets;
  const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'causeway' };
  switch (api.auth.kind) {
    case 'bearer':
      headers['authorization'] = `Bearer ${first}`;
      break;
    case 'basic':
      headers['authorization'] =
        `Basic ${Buffer.from(`${first}${api.auth.usernameSuffix}:${second}`).toString('base64')}`;
      break;
    case 'api-key':
      headers[api.auth.header.toLowerCase()] = first;
      break;
    case 'none':
      break;
    default:
      throw failure(`${api.auth.kind} is not used for this yet`);
  }
  const url = URL.parse(path, base);
  if (url === null || !/^https?:$/.test(url.protocol)) throw failure('its address is not valid');
  try {
    const response = await request(url, {
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (response.statusCode !== 200) {
      await response.body.dump();
      throw failure(`${title} answered ${response.statusCode}`);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += (chunk as Uint8Array).byteLength;
      if (size > maxBytes) throw failure(`${title} answered more than ${maxBytes / 1024 / 1024} MB`);
      chunks.push(chunk as Uint8Array);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof OutsideError) throw thrown;
    const code = thrown instanceof Error && 'code' in thrown ? ` (${String(thrown.code)})` : '';
    throw failure(
      thrown instanceof SyntaxError ? `${title} did not answer JSON` : `${title} did not answer${code}`,
    );
  }
}

function failure(why: string): OutsideError {
  return new OutsideError(
    'account_failed',
    why,
    'Check the credentials and their rights, or give the metadata as a file',
  );
}
