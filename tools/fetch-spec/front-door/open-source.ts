import { decode, unpack } from '../../core/documents/decode.ts';
import { lazyJson } from '../../core/documents/lazy-json.ts';
import { parseText } from '../../core/documents/parse-text.ts';
import type { Source } from '../source/source.ts';
import type { Opened } from './opened.ts';
import { sniff } from './sniff.ts';

/**
 * From bytes to text and, for JSON and YAML, to a safe value. A large JSON object is parsed member by member, when they are
 * read. Throws errors that name what was seen instead.
 */
export function openSource(source: Source): Opened {
  const bytes = unpack(source.bytes);
  const size = bytes.byteLength;
  const lazy = lazyJson(bytes);
  if (lazy !== undefined) {
    return {
      source,
      get text() {
        return decode(bytes);
      },
      size,
      syntax: 'json',
      value: lazy,
      warnings: source.warnings ?? [],
    };
  }
  const text = decode(bytes);
  const seen = sniff(text);
  // A header alone, or one column, looks like anything.
  const syntax = seen === 'yaml' && /\.[ct]sv(?:\.gz)?$/i.test(source.origin) ? 'csv' : seen;
  if (syntax !== 'json' && syntax !== 'yaml')
    return { source, text, size, syntax, value: null, warnings: source.warnings ?? [] };
  const parsed = parseText(text);
  return { source, text, size, ...parsed, warnings: [...(source.warnings ?? []), ...parsed.warnings] };
}
