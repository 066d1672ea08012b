import { RequestError } from '../../tools/core/index.ts';
import { fetchSpec } from '../../tools/fetch-spec/index.ts';
import { inferSchema } from '../../tools/infer-schema/index.ts';
import { catalogNames } from '../intent/catalog-names.ts';
import { entityInSentence } from '../intent/entity-in-sentence.ts';
import { resolveSides } from '../intent/resolve-sides.ts';
import { formatSpecReference, type SpecReference } from '../intent/spec-reference.ts';
import type { Steps } from '../steps.ts';
import { chooseTarget, propose } from './choose-target.ts';
import type { Draft, Planner } from './planner.ts';

/** The fixed recipe: fetch both, infer both, propose. No model, no network. */
export const deterministicPlanner: Planner = {
  name: 'deterministic',
  async draft({ request, steps, ask, cwd }): Promise<Draft> {
    const sides = resolveSides(request, await catalogNames(cwd));
    const sourceApi = await describe(steps, 'source', sides.source);
    const targetApi = await describe(steps, 'target', sides.target);
    const sourceEntity =
      sourceApi.entity ?? entityInSentence(request.sentence, sourceApi.entities) ?? only(sourceApi);
    const inferred = await steps.call(`infer_schema ${sourceApi.system} ${sourceEntity}`, inferSchema, {
      spec: sourceApi.spec,
      entity: sourceEntity,
    });
    const source = { system: inferred.system, entity: inferred.entity, schema: inferred.schema };

    const named = targetApi.entity ?? (targetApi.entities.length === 1 ? targetApi.entities[0] : undefined);
    const choice =
      named === undefined
        ? await chooseTarget(steps, source, targetApi, ask)
        : {
            chosen: await propose(steps, source, { ...targetApi, entity: named }),
            note: null,
            question: null,
          };
    return {
      source,
      target: { system: targetApi.system, entity: choice.chosen.entity, schema: choice.chosen.schema },
      mapping: choice.chosen.mapping,
      notes: [...sides.notes, ...(choice.note === null ? [] : [choice.note])],
      questions: choice.question === null ? [] : [choice.question],
      modelTokens: 0,
    };
  },
};

interface DescribedApi {
  readonly spec: string;
  readonly system: string;
  readonly title: string;
  readonly entity: string | null;
  readonly entities: readonly string[];
}

async function describe(steps: Steps, side: string, reference: SpecReference): Promise<DescribedApi> {
  const { spec, system, title, entities } = await steps.call(`fetch_spec ${side}`, fetchSpec, {
    spec: formatSpecReference(reference),
  });
  return { spec, system, title, entity: reference.entity, entities: entities.map((entity) => entity.name) };
}

function only(api: DescribedApi): string {
  const [first, second] = api.entities;
  if (first !== undefined && second === undefined) return first;
  throw new RequestError(
    'entity_missing',
    `It is not clear which ${api.title} records are meant (known: ${api.entities.join(', ')})`,
    `Name them: "connect ${api.title} ${first ?? 'records'}s to …"`,
  );
}
