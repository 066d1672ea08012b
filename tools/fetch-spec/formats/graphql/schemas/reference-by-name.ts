import { singular } from '../../../../core/text/singular.ts';
import { camelCase, words } from '../../../naming/words.ts';

/**
 * The entity that `customerId`, `customer_id`, `lastCustomerId` or `customerIds` points at; undefined when there is none of
 * that name.
 */
export function referenceByName(
  field: string,
  entityOf: (type: string) => string | undefined,
): string | undefined {
  const parts = words(field);
  if (!/^ids?$/.test(parts.pop() ?? '')) return undefined;
  for (let start = 0; start < parts.length; start += 1) {
    // Types are written with a capital first.
    const type = camelCase(['', ...parts.slice(start)]);
    const found = entityOf(singular(type));
    if (found !== undefined) return found;
  }
  return undefined;
}
