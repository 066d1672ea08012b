import { inferSchema } from '../../tools/infer-schema/index.ts';
import { proposeMapping } from '../../tools/propose-mapping/index.ts';
import type { Question } from '../connect-result.ts';
import { nameKey } from '../intent/words.ts';
import type { Steps } from '../steps.ts';
import type { Ask } from './planner.ts';

export interface Candidate {
  readonly entity: string;
  readonly schema: string;
  readonly mapping: string;
  /** 0..1, as propose_mapping measures it. */
  readonly fit: number;
}

export interface Choice {
  readonly chosen: Candidate;
  readonly note: string;
  /** Stated when the choice was close and nobody could be asked. */
  readonly question: Question | null;
}

/** A candidate this near to the best one is a real alternative. */
const closeCall = 0.8;
/** More record types than this are not all tried. */
const mostCandidates = 12;

/** Proposes a mapping from the source to one target entity. */
export async function propose(
  steps: Steps,
  source: { schema: string },
  target: { spec: string; system: string; entity: string },
): Promise<Candidate> {
  const { system, entity, spec } = target;
  const inferred = await steps.call(`infer_schema ${system} ${entity}`, inferSchema, { spec, entity });
  const proposed = await steps.call(`propose_mapping → ${system} ${entity}`, proposeMapping, {
    source: source.schema,
    target: inferred.schema,
  });
  return { entity: inferred.entity, schema: inferred.schema, mapping: proposed.mapping, fit: proposed.fit };
}

/**
 * When the target record type was not named: proposes a mapping to each, takes the one that fits best, asks when it is
 * close and somebody waits, and says what was chosen and why.
 */
export async function chooseTarget(
  steps: Steps,
  source: { schema: string; entity: string },
  target: { spec: string; system: string; title: string; entities: readonly string[] },
  ask: Ask | null,
): Promise<Choice> {
  const candidates: Candidate[] = [];
  for (const entity of target.entities.slice(0, mostCandidates))
    candidates.push(await propose(steps, source, { ...target, entity }));
  candidates.sort((a, b) => b.fit - a.fit);
  const namesake = candidates.find((candidate) => nameKey(candidate.entity) === nameKey(source.entity));
  // Fits that lie close together say little; a record type of the same name then says more.
  if (namesake !== undefined && namesake.fit >= (candidates[0]?.fit ?? 0) * closeCall) {
    candidates.splice(candidates.indexOf(namesake), 1);
    candidates.unshift(namesake);
  }
  const [best, ...others] = candidates;
  if (best === undefined) throw new Error(`${target.title} has no record types`);
  const close = others.filter((other) => other.fit >= best.fit * closeCall);
  const question: Question = {
    id: 'target-entity',
    text: `Which ${target.title} record type should the records become?`,
    options: [best, ...others].map((candidate) => candidate.entity),
    default: best.entity,
  };
  const answer =
    close.length > 0 && ask !== null
      ? await steps.run('choose target', async () => answered(await ask(question)))
      : null;
  const chosen = candidates.find((candidate) => candidate.entity === answer) ?? best;
  const fits = candidates.map((candidate) => `${candidate.entity} ${percent(candidate.fit)}`).join(', ');
  const why =
    answer !== null
      ? 'as you answered'
      : chosen === namesake
        ? 'which fits well and is the same kind of record'
        : 'the record type whose fields fit the source best';
  return {
    chosen,
    note: `No ${target.title} record type was named. Chosen: ${chosen.entity}, ${why} (fit: ${fits}).`,
    question: answer === null && close.length > 0 ? question : null,
  };
}

async function answered(value: string): Promise<{ text: string; value: string }> {
  return { text: value, value };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
