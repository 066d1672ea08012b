import { isObject, objectOf, property } from '../../../core/json/json.ts';
import type { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { Finding } from '../../../model/index.ts';
import { methods } from '../http-call.ts';

const limitHeader = /^(?:retry-after|(?:x-)?.*rate-?limit.*|x-.*(?:api-call-limit|quota).*)$/i;

/** Rate limiting as answers show it: status 429 and headers that count. */
export function rateLimitFindings(reader: SchemaReader): Finding[] {
  const headers = new Set<string>();
  let first: string | undefined;
  const paths = reader.at('/paths');
  for (const path of Object.keys(objectOf(paths?.node))) {
    for (const method of methods) {
      const responses =
        paths === undefined ? undefined : reader.child(paths, path, method.toLowerCase(), 'responses');
      if (responses === undefined || !isObject(responses.node)) continue;
      for (const status of Object.keys(responses.node)) {
        const response = reader.resolve(reader.child(responses, status));
        const names = Object.keys(objectOf(property(response?.node, 'headers'))).filter((name) =>
          limitHeader.test(name),
        );
        if (status === '429' || names.length > 0) first ??= `${responses.at}/${status}`;
        for (const name of names) headers.add(name);
      }
    }
  }
  if (first === undefined) return [];
  const names = [...headers].sort().slice(0, 20);
  const retryAfter = names.find((name) => name.toLowerCase() === 'retry-after') ?? null;
  return [
    {
      kind: 'too-many-requests',
      detail: { status: 429, retryAfterHeader: retryAfter, headers: names },
      evidence: `answer at ${first}`,
      confidence: names.length > 0 ? 0.9 : 0.8,
    },
  ];
}
