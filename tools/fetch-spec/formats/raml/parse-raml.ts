import { CORE_SCHEMA, defineScalarTag, load, mergeTag } from 'js-yaml';
import { makeSafe, maxDepth } from '../../../core/documents/make-safe.ts';
import { isObject, type JsonObject } from '../../../core/json/json.ts';
import type { Warning } from '../../../model/index.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';

/** Key of the object that stands for an `!include` until it is read. */
export const includeKey = '!include';

const include = defineScalarTag<JsonObject>('!include', {
  resolve: (reference) => ({ [includeKey]: reference.trim() }),
  identify: () => false,
});
// As for any YAML, nothing that is not JSON; besides, other files are named.
const schema = CORE_SCHEMA.withTags(mergeTag, include);

/** RAML text to a map; what it includes stays a `{ '!include': path }`. Throws `not_a_spec`, `too_deep`, `too_many_values`. */
export function parseRaml(text: string, warnings: Warning[]): JsonObject {
  const value = makeSafe(parse(text, warnings), warnings);
  if (isObject(value)) return value;
  throw notASpec(
    'it is RAML that holds no map',
    'Give the RAML file of the API, with its title and resources',
  );
}

function parse(text: string, warnings: Warning[]): unknown {
  const options = { schema, maxDepth, maxAliases: 100_000 };
  try {
    return load(text, options);
  } catch (thrown) {
    const why = reason(thrown);
    if (!why.startsWith('duplicated mapping key')) throw broken(why);
    warnings.push({
      code: 'duplicate_keys',
      message: `A key is written twice, the last one counts: ${why}`,
      at: '',
    });
  }
  try {
    return load(text, { ...options, json: true });
  } catch (thrown) {
    throw broken(reason(thrown));
  }
}

function broken(why: string): Error {
  return notASpec(`its RAML is broken YAML: ${why}`, 'Correct it at that place, or download it again');
}

/** The first line of the parser's message: the rest quotes the text. */
function reason(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return (message.split('\n')[0] ?? '').slice(0, 200);
}
