import type { JsonObject } from '../../../../core/json/json.ts';
import { factsKey } from '../../../../core/openapi/field-facts.ts';
import { oneLine } from '../../../../core/text/index.ts';
import type { GraphType } from '../graph/graph.ts';

const maxValues = 2_000;
const maxLabel = 120;

/** An enum with its values' descriptions as labels. */
export function enumSchema({ values, description }: GraphType): JsonObject {
  const labels = values
    .slice(0, maxValues)
    .flatMap(({ name, description: text }) =>
      text === null ? [] : [[name, oneLine(text, maxLabel)] as const],
    );
  return {
    type: 'string',
    enum: values.slice(0, maxValues).map(({ name }) => name),
    ...(description === null ? {} : { description: description.slice(0, 1_000) }),
    ...(labels.length === 0 ? {} : { [factsKey]: { enumLabels: Object.fromEntries(labels) } }),
  };
}
