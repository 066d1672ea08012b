import { RequestError } from '../core/index.ts';
import type { Mapping } from '../model/index.ts';
import type { MatchKeyChoice } from './decision.ts';

/**
 * The mapping with a person's match keys in place of the proposed ones, in their order; no key at all is an answer too.
 * Throws `bad_match_key` for a pair that no kept row carries: the connector looks for the value that it writes there.
 */
export function chooseMatchKeys(mapping: Mapping, choices: readonly MatchKeyChoice[]): Mapping {
  const pairs = mapping.rows.flatMap(({ target, sources: [source, ...more], status }) =>
    source === undefined || more.length > 0 || status === 'rejected' ? [] : [{ source, target }],
  );
  const matchKeys = choices.map(({ source, target }) => {
    if (!pairs.some((pair) => pair.source === source && pair.target === target)) {
      const fed = pairs.filter((pair) => pair.target === target || pair.source === source);
      throw new RequestError(
        'bad_match_key',
        `${source} = ${target} cannot be a match key: no row fills ${target} from ${source} alone`,
        fed.length > 0
          ? `Rows that come near: ${fed.map((pair) => `${pair.source} = ${pair.target}`).join(', ')}; or add the row by a decision with status edited`
          : 'Add the row by a decision with status edited, or name fields that one row connects',
      );
    }
    return { source, target, confidence: 1 };
  });
  return { ...mapping, matchKeys, matchKeyQuestion: null };
}
