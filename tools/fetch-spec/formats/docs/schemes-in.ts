import type { JsonObject } from '../../../core/json/json.ts';

/** The way of proving who asks, where a sentence or a command names it. */
export function schemesIn(prose: readonly string[]): JsonObject {
  const text = prose.join('\n');
  const schemes = new Map<string, JsonObject>();
  if (/authorization:?\s*["'`]?\s*bearer|\bbearer (?:token|auth)/i.test(text))
    schemes.set('bearer', { type: 'http', scheme: 'bearer' });
  if (/\b(?:http )?basic auth/i.test(text) || /authorization:?\s*["'`]?\s*basic\b/i.test(text))
    schemes.set('basic', { type: 'http', scheme: 'basic' });
  const header =
    /\b(x-[\w-]*(?:key|token|auth|secret)[\w-]*|api-?key)\b["'`]?\s*(?:header|:)/i.exec(text)?.[1] ??
    /\bheader\s+["'`]?(x-[\w-]*(?:key|token)[\w-]*)/i.exec(text)?.[1];
  if (header !== undefined) schemes.set('key', { type: 'apiKey', in: 'header', name: header });
  return Object.fromEntries(schemes);
}

/** What a curl command shows of authentication, in words and without any value. */
export function authOfCommand(command: string): string[] {
  if (!/\bcurl\b/.test(command)) return [];
  const text = command.slice(0, 20_000);
  const headers = [...text.matchAll(/(?:-H|--header)[\s=]+(["'])([\w-]{1,60})\s*:\s*(\w{1,10})?/g)];
  const said = headers.flatMap(([, , name = '', scheme = '']) => {
    if (/^authorization$/i.test(name))
      return /^(?:bearer|basic)$/i.test(scheme) ? [`Authorization: ${scheme}`] : [];
    return /key|token|auth|secret/i.test(name) ? [`${name}: header`] : [];
  });
  return /\s(?:-u|--user)[\s=]/.test(text) ? [...said, 'Basic authentication'] : said;
}
