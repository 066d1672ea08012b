import { type MappingRow, sayRow } from '../../tools/model/index.ts';
import { code, escapeMrkdwn } from '../text/escape.ts';

/** What happens to a row's value on its way, and when, in a few words of mrkdwn; '' for a plain copy. */
export function transformWords(row: Pick<MappingRow, 'sources' | 'transform' | 'when' | 'conflict'>): string {
  return sayRow(row, { code, text: escapeMrkdwn }, { brief: true });
}
