import { type MappingRow, sayRow } from '../../model/index.ts';
import { code, text } from './markdown.ts';

/** What a row does with its sources, and when, in words for a reviewer, as Markdown. */
export function transformWords(row: Pick<MappingRow, 'sources' | 'transform' | 'when' | 'conflict'>): string {
  return sayRow(row, { code, text });
}
