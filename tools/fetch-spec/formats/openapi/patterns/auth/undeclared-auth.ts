import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames, quoted, rankFindings } from '../evidence.ts';
import { plainName } from '../name-words.ts';
import { denies } from '../prose/denies.ts';
import { readIntroductionProse } from '../prose/read-prose.ts';
import { bodyInputs, type Input, parameterInputs } from '../request-properties.ts';
import { grantFindings } from './grant-findings.ts';

const keyName =
  /^(?:x?apikey|xapitoken|apitoken|xauthtoken|xaccesstoken|xauthkey|accesstoken|authtoken|appkey|appid|subscriptionkey|ocpapimsubscriptionkey|token|key)$/;

/** Authentication where no scheme is declared: grants of a call for tokens, parameters of most calls, a login call, what the introduction says. */
export function undeclaredAuth(reader: SchemaReader, calls: readonly HttpCall[]): Finding[] {
  // Grants tell how a token is got: they take no room from what says how it is sent.
  const others = rankFindings([...byParameters(calls), ...byLogin(reader, calls), ...byWords(reader)], 4);
  return rankFindings([...grantFindings(reader, calls), ...others]);
}

function byParameters(calls: readonly HttpCall[]): Finding[] {
  const found = new Map<string, { input: Input; calls: HttpCall[] }>();
  for (const call of calls) {
    for (const input of parameterInputs(call)) {
      if (input.in !== 'header' && input.in !== 'query') continue;
      if (waysOf(input) === undefined) continue;
      const key = `${input.in} ${input.name}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { input, calls: [call] });
      else known.calls.push(call);
    }
  }
  return [...found.values()]
    .filter((each) => each.calls.length * 3 >= calls.length)
    .flatMap(({ input, calls: having }) => {
      const way = waysOf(input);
      return way === undefined
        ? []
        : {
            kind: way.kind,
            detail: { in: input.in, name: input.name, calls: callNames(having, 3) },
            evidence: `${input.in} parameter ${input.name} at ${having[0]?.at ?? ''}`,
            confidence: way.confidence,
          };
    });
}

function waysOf({ name, in: place, description }: Input): { kind: string; confidence: number } | undefined {
  const plain = plainName(name);
  if (place === 'header' && plain === 'authorization') {
    if (/\bbasic\b/i.test(description)) return { kind: 'basic', confidence: 0.75 };
    if (/\boauth_consumer_key|\boauth ?1/i.test(description)) return { kind: 'oauth1', confidence: 0.75 };
    return { kind: 'bearer', confidence: /\bbearer\b|\bjwt\b|access token/i.test(description) ? 0.75 : 0.55 };
  }
  if (/^oauthconsumerkey$/.test(plain)) return { kind: 'oauth1', confidence: 0.75 };
  if (!keyName.test(plain)) return undefined;
  // A `token` or `key` may be anything; the description must say that it lets somebody in.
  const vague = /^(?:token|key|appid)$/.test(plain);
  if (vague && !/auth|api key|access/i.test(description)) return undefined;
  return { kind: 'api-key', confidence: vague ? 0.65 : 0.75 };
}

/** Two steps: a call that takes a password and opens a session. */
function byLogin(reader: SchemaReader, calls: readonly HttpCall[]): Finding[] {
  const login = calls.find((call) => {
    if (!/\/(?:log-?in|sign-?in|sessions?|authenticate|auth\/tokens?|token-?auth)\/?$/i.test(call.path))
      return false;
    const inputs = [...parameterInputs(call), ...(call.method === 'GET' ? [] : bodyInputs(reader, call))];
    const names = inputs.map(({ name }) => plainName(name));
    return (
      names.some((name) => /passw|secret/.test(name)) &&
      names.some((name) => /user|mail|login|account/.test(name))
    );
  });
  if (login === undefined) return [];
  return [
    {
      kind: 'session',
      detail: { calls: callNames([login]) },
      evidence: `call at ${login.at}`,
      confidence: 0.7,
    },
  ];
}

const said: readonly (readonly [string, RegExp])[] = [
  ['bearer', /\bauthorization:? ?`?bearer\b|\bbearer (?:token|auth)|\bas a bearer\b/i],
  ['basic', /\b(?:http )?basic (?:http )?auth/i],
  ['oauth1', /\boauth ?1(?:\.0a?)?\b/i],
  ['oauth2-client-credentials', /\bclient[ _]credentials\b/i],
  ['oauth2-authorization-code', /\bauthorization[ _]code\b/i],
  ['aws-sigv4', /\b(?:aws )?signature version 4|\bsigv4\b/i],
  [
    'api-key',
    /\b(?:your|an|the|with|use|using|valid|include|via|by) (?:an? |the )?(?:secret |private )?api[- ]?key\b/i,
  ],
];

function byWords(reader: SchemaReader): Finding[] {
  const sentences = readIntroductionProse(reader).filter(({ place }) => place !== 'extension');
  return said.flatMap(([kind, pattern]) => {
    const sentence = sentences.find(
      ({ text, place }) =>
        pattern.test(text) &&
        !denies(text, pattern) &&
        (place !== 'tag' || /authenticat|request/i.test(text)),
    );
    return sentence === undefined ? [] : [{ kind, detail: {}, evidence: quoted(sentence), confidence: 0.65 }];
  });
}
