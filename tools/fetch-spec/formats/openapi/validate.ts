import { arrayOf, isObject, type JsonObject, property } from '../../../core/json/json.ts';
import type { Warning } from '../../../model/index.ts';

const shown = 20;
/** Validation is for warnings only; above this size (characters) it takes longer than it is worth. */
const maxSize = 3_000_000;

/** What an independent validator says against the document. Never a reason to refuse it: one real one in seven fails. */
export async function validationWarnings(document: JsonObject, size: number): Promise<Warning[]> {
  if (size > maxSize) {
    const message = 'The description is too large to be validated; it was read as it is';
    return [{ code: 'not_validated', message, at: '' }];
  }
  const { validate } = await import('@scalar/openapi-parser');
  try {
    // A copy: the validator may change what it is given.
    const result: unknown = await validate(structuredClone(document));
    const errors = arrayOf(isObject(result) ? property(result, 'errors') : undefined);
    return errors.slice(0, shown).map((error) => {
      const path = property(error, 'path');
      const at = Array.isArray(path)
        ? path.map((step) => `/${String(step).replaceAll('/', '~1')}`).join('')
        : '';
      return {
        code: 'invalid_openapi',
        message: String(property(error, 'message') ?? 'not valid').slice(0, 300),
        at,
      };
    });
  } catch {
    return [
      {
        code: 'not_validated',
        message: 'The validator gave up on this description; it was read as it is',
        at: '',
      },
    ];
  }
}
