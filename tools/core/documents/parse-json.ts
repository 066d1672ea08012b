import type { Warning } from '../../model/index.ts';
import { duplicateKey } from './duplicate-key.ts';
import { parseValues } from './parse-values.ts';
import { parseYaml } from './parse-yaml.ts';
import { unreadable } from './unreadable.ts';

export interface Parsed {
  readonly value: unknown;
  /** `ndjson`: several values one after the other, `value` is their list. */
  readonly syntax: 'json' | 'ndjson' | 'yaml';
}

/** Reads text that starts like JSON: JSON, several JSON values, or YAML in flow style. Throws `not_a_spec`. */
export function parseJson(text: string, warnings: Warning[]): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    const twice = duplicateKey(text);
    if (twice !== undefined) {
      warnings.push({
        code: 'duplicate_keys',
        message: `The key ${JSON.stringify(twice.slice(0, 100))} is written twice in one object, the last one counts`,
        at: '',
      });
    }
    return { value, syntax: 'json' };
  } catch (thrown) {
    const lines = parseValues(text, warnings);
    if (lines !== undefined) return { value: lines, syntax: 'ndjson' };
    try {
      // `{a: b}` is YAML; so is JSON with a trailing comma.
      return { value: parseYaml(text, warnings), syntax: 'yaml' };
    } catch {
      const why = thrown instanceof Error ? thrown.message.slice(0, 150) : '';
      throw unreadable(`it is broken JSON: ${why}`, 'Correct it at that place, or download it again');
    }
  }
}
