import type { ConnectRequest } from '../connect-request.ts';
import type { KnownSystem } from '../intent/known-system.ts';
import { parseSpecReference } from '../intent/spec-reference.ts';
import { nameKey } from '../intent/words.ts';

/**
 * What a model may have fetched: catalog systems, and what the person named. A description that the model has read
 * could otherwise talk it into reading a file here and sending it elsewhere in a URL.
 */
export function isAllowedSpec(
  spec: string,
  request: ConnectRequest,
  systems: readonly KnownSystem[],
): boolean {
  const named = [request.sourceSpec, request.targetSpec]
    .filter((text) => text !== null)
    .flatMap((text) => [text, parseSpecReference(text).spec]);
  const inSentence = request.sentence.split(/\s+/).flatMap((word) => [word, word.replace(/[.,;:!?)]+$/, '')]);
  const known = systems.flatMap(({ system, title, aliases }) => [system, title, ...aliases]).map(nameKey);
  return (
    named.includes(spec) ||
    inSentence.includes(spec) ||
    (!/[/\\.:]/.test(spec) && known.includes(nameKey(spec)))
  );
}
