import { property, textOf } from '../../../../../core/json/json.ts';
import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames } from '../evidence.ts';
import { nameWords, plainName } from '../name-words.ts';
import { bodyInputs, type Input, parameterInputs } from '../request-properties.ts';
import type { Survey } from '../survey.ts';

const upsertText =
  /\bupsert|\b(?:insert|create|add)s? (?:or|\/) ?(?:update|replace|adjust|modify)|\b(?:update|replace)s? (?:or|\/) ?(?:insert|create)|\binsert or update/i;
const externalKey =
  /^(?:.*external.*(?:id|key|value|reference)|externalid.*|idproperty|.*uniqueid|globalid|clientreferenceid)$/;

interface Upsert {
  readonly call: HttpCall;
  readonly kind: 'external-id-upsert' | 'put';
  readonly key: string | null;
  readonly confidence: number;
}

/** Calls that can be repeated without a second record: an upsert by a key of the caller, or a PUT to an address of its own. */
export function upsertFindings(survey: Survey): Finding[] {
  const found = survey.calls.flatMap((call) => upsertOf(survey, call) ?? []);
  return (['external-id-upsert', 'put'] as const).flatMap((kind) => {
    const upserts = found.filter((upsert) => upsert.kind === kind);
    const best = upserts.toSorted((a, b) => b.confidence - a.confidence)[0];
    return best === undefined
      ? []
      : {
          kind,
          detail: { parameter: best.key, calls: callNames(upserts.map(({ call }) => call)) },
          evidence: `call at ${best.call.at}`,
          confidence: best.confidence,
        };
  });
}

function upsertOf(survey: Survey, call: HttpCall): Upsert | undefined {
  if (call.method === 'GET' || call.method === 'DELETE') return undefined;
  const named = `${call.path.slice(-200)} ${(call.operationId ?? '').slice(0, 200)}`;
  const isUpsert =
    nameWords(named.slice(-100)).some((word) => /^upserts?$/.test(word)) || /upsert/i.test(named);
  const byName = isUpsert || /create-?or-?(?:update|adjust|replace)/i.test(named);
  const summary = textOf(property(call.node, 'summary')) ?? '';
  const byText = upsertText.test(summary.slice(0, 200)) || upsertText.test(call.text.trim().slice(0, 80));
  if (!byName && !byText) return byAddress(call);
  const inputs = [...parameterInputs(call), ...bodyInputs(survey.reader, call)];
  const key = inputs.find((input) => isExternal(input));
  // “Create or update” by PUT: the address is the key, whoever chose it.
  if (call.method === 'PUT' && key === undefined && !isUpsert) {
    return { call, kind: 'put', key: null, confidence: 0.7 };
  }
  if (byName && (isUpsert || call.method === 'POST')) {
    return { call, kind: 'external-id-upsert', key: key?.name ?? null, confidence: 0.85 };
  }
  // “Create or update” by the vendor's own id would make a second record when repeated.
  return key === undefined ? undefined : { call, kind: 'external-id-upsert', key: key.name, confidence: 0.7 };
}

/** A PUT to the caller's own key, `/things/external/{externalId}`: whatever its words say, it is made where it was not. */
function byAddress(call: HttpCall): Upsert | undefined {
  const [, key] = /\{([^{}]{1,80})\}$/.exec(call.path) ?? [];
  return call.method === 'PUT' && key !== undefined && externalKey.test(plainName(key))
    ? { call, kind: 'external-id-upsert', key, confidence: 0.7 }
    : undefined;
}

function isExternal({ name, in: place, description }: Input): boolean {
  if (place === 'header') return false;
  if (externalKey.test(plainName(name))) return true;
  return (
    /(?:^|_)id$|Id$|key$/i.test(name.slice(-40)) &&
    /\bexternal(?:ly)? (?:id|identifier|key|system)|unique .{0,30}you (?:have )?(?:defined|chosen|assigned)|\byou(?:'ve| have) defined\b/i.test(
      description,
    )
  );
}
