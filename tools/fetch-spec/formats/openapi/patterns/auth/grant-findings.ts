import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames } from '../evidence.ts';
import { plainName } from '../name-words.ts';
import { bodyInputs, type Input, parameterInputs } from '../request-properties.ts';

/** Grants by their value on the wire. */
const grants: ReadonlyMap<string, string> = new Map([
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', 'oauth2-jwt-bearer'],
  ['client_credentials', 'oauth2-client-credentials'],
  ['authorization_code', 'oauth2-authorization-code'],
  ['password', 'oauth2-password'],
]);

/** The OAuth grants that a call for tokens declares as values of its `grant_type`. */
export function grantFindings(reader: SchemaReader, calls: readonly HttpCall[]): Finding[] {
  const found = new Map<string, Finding>();
  for (const call of calls) {
    if (call.method !== 'POST' || !/token|oauth|auth/i.test(call.path.slice(-200))) continue;
    const input = [...bodyInputs(reader, call, /^grant_?type$/i), ...parameterInputs(call)].find(
      ({ name }) => plainName(name) === 'granttype',
    );
    for (const kind of input === undefined ? [] : kindsOf(reader, input)) {
      if (found.has(kind)) continue;
      const detail = { calls: callNames([call]) };
      found.set(kind, { kind, detail, evidence: `values of grant_type at ${call.at}`, confidence: 0.75 });
    }
  }
  return [...found.values()];
}

function kindsOf(reader: SchemaReader, { schema, description }: Input): string[] {
  const shape = schema === undefined ? undefined : reader.shape(schema);
  const { default: usual, example, const: only } = shape?.keywords ?? {};
  const values = [...(shape?.enum ?? []), only, usual, example];
  const declared = values.flatMap((value) => grants.get(String(value)) ?? []);
  // Words tell of a value only where it can mean nothing else.
  const said = [...grants].filter(([value]) => value.startsWith('urn:') && description.includes(value));
  return [...new Set([...declared, ...said.map(([, kind]) => kind)])];
}
