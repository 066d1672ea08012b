import type { Warning } from '../../model/index.ts';
import type { Json } from '../json/json.ts';
import { makeSafe } from './make-safe.ts';
import { parseJson } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';
import { unreadable } from './unreadable.ts';

export interface ParsedText {
  /** An object or an array. */
  readonly value: Json;
  /** `ndjson`: JSON lines, `value` is their list. */
  readonly syntax: 'json' | 'ndjson' | 'yaml';
  readonly warnings: Warning[];
}

/** JSON, JSON lines or YAML text to a safe value. Throws `not_a_spec`, `too_deep`, `too_many_values`. */
export function parseText(text: string): ParsedText {
  const warnings: Warning[] = [];
  const json = /^\s*[{[]/.test(text);
  if (!json && looksLikeCsv(text)) throw unreadable('it looks like CSV');
  const { value, syntax } = json
    ? parseJson(text, warnings)
    : ({ value: parseYaml(text, warnings), syntax: 'yaml' } as const);
  if (typeof value !== 'object' || value === null) throw unreadable('it is plain text');
  return { value: makeSafe(value, warnings), syntax, warnings };
}

/** Two first lines with the same columns, and no `name:` in the first. */
function looksLikeCsv(text: string): boolean {
  const [first = '', second = ''] = text.split('\n', 2);
  if (/^[^,;\t]*:(?:\s|$)/.test(first)) return false;
  return [',', ';', '\t'].some((separator) => {
    const columns = first.split(separator).length;
    return columns > 1 && columns === second.split(separator).length;
  });
}
