/** A call that documentation shows. */
export interface Endpoint {
  readonly method: string;
  /** `https://api.acme.example`, or null. */
  readonly server: string | null;
  /** With `{placeholders}`. */
  readonly path: string;
  /** Names of query parameters. */
  readonly query: string[];
}

const verb = '(GET|POST|PUT|PATCH|DELETE)';
const stated = new RegExp(`\\b${verb}\\s*[:\\s]\\s*\`?(https?://[^\\s/\`"'<>]+)?(/[^\\s\`"',;)|]*)`, 'g');
const maxEndpoints = 50;

/** The calls that a text names: `GET /v1/contacts/{id}`, `POST https://api.acme.example/v1/contacts`, or a curl command. */
export function endpointsIn(text: string): Endpoint[] {
  const found: Endpoint[] = [];
  for (const match of text.slice(0, 20_000).matchAll(stated)) {
    const [, method = '', server = null, rest = ''] = match;
    const endpoint = endpointOf(method, server ?? null, rest);
    if (endpoint !== undefined) found.push(endpoint);
    if (found.length >= maxEndpoints) break;
  }
  return found.length > 0 ? found : curlIn(text);
}

function curlIn(text: string): Endpoint[] {
  if (!/\bcurl\b/.test(text)) return [];
  const command = text.slice(0, 20_000).replaceAll(/\\\s*\n/g, ' ');
  const url = /https?:\/\/[^\s"'`\\]+/.exec(command)?.[0];
  if (url === undefined) return [];
  const asked = new RegExp(`(?:-X|--request)[\\s=]+["']?${verb}`).exec(command)?.[1];
  const sends = /\s(?:-d|--data(?:-raw|-binary|-urlencode)?|-F|--form)[\s=]/.test(command);
  const [, server = '', rest = '/'] = /^(https?:\/\/[^/]+)(\/.*)?$/.exec(url) ?? [];
  const endpoint = endpointOf(
    asked ?? (sends && !/\s-G\b/.test(command) ? 'POST' : 'GET'),
    server,
    rest ?? '/',
    true,
  );
  return endpoint === undefined ? [] : [endpoint];
}

function endpointOf(
  method: string,
  server: string | null,
  rest: string,
  sample = false,
): Endpoint | undefined {
  const [raw = '', query = ''] = rest.replace(/[.:*]+$/, '').split('?', 2);
  const path = raw
    .replaceAll(/:([A-Za-z_]\w*)/g, '{$1}')
    .replaceAll(/<([^<>/]+)>/g, (_, name: string) => `{${name.trim().replaceAll(/\W+/g, '_')}}`)
    .replaceAll(/\{\{?\s*([^{}]+?)\s*\}?\}/g, (_, name: string) => `{${name.replaceAll(/\W+/g, '_')}}`)
    .replaceAll(/\[([A-Za-z_]\w*)\]/g, '{$1}')
    .split('/')
    // A sample shows a real id where the reference has a placeholder.
    .map((step) => (sample && isId(step) ? '{id}' : step))
    .join('/')
    .replace(/(.)\/+$/, '$1');
  if (!/^\/[\w{}/.@~$()=+-]*$/.test(path) || path.length > 300 || path === '/') return undefined;
  const names = query.split('&').flatMap((pair) => /^([\w[\].$-]+)=/.exec(pair)?.[1] ?? []);
  return { method, server, path, query: names };
}

function isId(step: string): boolean {
  return (
    /^\d+$/.test(step) ||
    /^[0-9a-f]{8}-/i.test(step) ||
    (/^\w{10,}$/.test(step) && /\d/.test(step) && /[a-z]/i.test(step))
  );
}
