import { CORE_SCHEMA, load, loadAll, mergeTag } from 'js-yaml';
import type { Warning } from '../../model/index.ts';
import { maxDepth } from './make-safe.ts';
import { unreadable } from './unreadable.ts';

// No dates, no binaries: nothing that is not JSON.
const schema = CORE_SCHEMA.withTags(mergeTag);

/** YAML to a value. A key written twice is a warning, its last value counts. Throws `not_a_spec`. */
export function parseYaml(text: string, warnings: Warning[]): unknown {
  const options = { schema, maxDepth, maxAliases: 100_000 };
  try {
    return load(text, options);
  } catch (thrown) {
    const why = reason(thrown);
    if (why.startsWith('duplicated mapping key')) {
      warnings.push({
        code: 'duplicate_keys',
        message: `A key is written twice, the last one counts: ${why}`,
        at: '',
      });
      return tryAgain(() => load(text, { ...options, json: true }));
    }
    if (/single document|more documents/.test(why)) {
      warnings.push({
        code: 'more_documents',
        message: 'The file holds several documents, the first is read',
        at: '',
      });
      return tryAgain(() => loadAll(text, { ...options, json: true }).find((document) => document !== null));
    }
    throw broken(thrown);
  }
}

function tryAgain(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (thrown) {
    throw broken(thrown);
  }
}

function broken(thrown: unknown): Error {
  return unreadable(
    `it is broken YAML: ${reason(thrown)}`,
    'Correct it at that place, or give the JSON form of the description',
  );
}

/** The first line of the parser's message: the rest quotes the text. */
function reason(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return (message.split('\n')[0] ?? '').slice(0, 200);
}
