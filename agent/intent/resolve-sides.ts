import { RequestError } from '../../tools/core/index.ts';
import type { ConnectRequest } from '../connect-request.ts';
import type { KnownSystem } from './known-system.ts';
import { type Intent, parseSentence } from './parse-sentence.ts';
import { parseSpecReference, type SpecReference } from './spec-reference.ts';

export interface Sides {
  readonly source: SpecReference;
  readonly target: SpecReference;
  readonly notes: readonly string[];
}

/**
 * Which description and record type each side is, from the explicit SPECs first and the sentence second. Throws
 * `unknown_system` when a side is neither given nor a known system.
 */
export function resolveSides(request: ConnectRequest, systems: readonly KnownSystem[]): Sides {
  const intent = parseSentence(request.sentence, systems);
  const explicit = {
    source: request.sourceSpec === null ? null : parseSpecReference(request.sourceSpec),
    target: request.targetSpec === null ? null : parseSpecReference(request.targetSpec),
  };
  const said = assignSaid(intent, explicit);
  return {
    source: merge('source', explicit.source, said.source, request, systems),
    target: merge('target', explicit.target, said.target, request, systems),
    notes: intent.notes,
  };
}

/** "connect Acme orders to NetSuite" names one system only; the SPEC that was given tells which side it is. */
function assignSaid(
  intent: Intent,
  explicit: { source: SpecReference | null; target: SpecReference | null },
): Pick<Intent, 'source' | 'target'> {
  if (explicit.source !== null && explicit.target === null && intent.target === null)
    return { source: null, target: intent.source };
  if (explicit.target !== null && explicit.source === null && intent.source === null)
    return { source: intent.target, target: null };
  return intent;
}

function merge(
  side: 'source' | 'target',
  explicit: SpecReference | null,
  said: Intent['source'],
  request: ConnectRequest,
  systems: readonly KnownSystem[],
): SpecReference {
  if (explicit !== null)
    return {
      spec: explicit.spec,
      entity: explicit.entity ?? (said?.system === explicit.spec ? said.entity : null),
    };
  if (said !== null) return { spec: said.system, entity: said.entity };
  const known = systems.map((system) => system.title).join(', ');
  throw new RequestError(
    'unknown_system',
    `"${request.sentence}" does not name a ${side} system that is known here (known: ${known})`,
    `Name one of these, or give its description with --${side}-spec FILE_OR_URL (OpenAPI, or JSON samples)`,
  );
}
