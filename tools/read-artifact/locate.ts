import { didYouMean, RequestError } from '../core/index.ts';
import { isObject, type Json } from '../core/json/json.ts';
import { parsePointer, readStep } from '../core/json/pointer.ts';
import { parsePath } from '../model/index.ts';

/**
 * The value at a JSON pointer (`/fields/0`) or dot path (`fields.0.path`) of an artifact. Throws `unknown_path` naming
 * the step that failed and what there is instead.
 */
export function locate(whole: unknown, path: string, id: string): Json {
  const steps = parsePointer(path) ?? parsePath(path).map((segment) => segment.name);
  let value = whole;
  for (const [index, step] of steps.entries()) {
    const next = readStep(value, step);
    if (next === undefined) throw unknownPath(value, step, steps.slice(0, index), id);
    value = next;
  }
  return value as Json;
}

function unknownPath(value: unknown, step: string, before: readonly string[], id: string): RequestError {
  const where = before.length === 0 ? id : `${id} at /${before.join('/')}`;
  const what = `${where} has no ${JSON.stringify(step.slice(0, 100))}`;
  if (isObject(value)) {
    const names = Object.keys(value);
    const more = names.length > 30 ? ` and ${names.length - 30} more` : '';
    return new RequestError(
      'unknown_path',
      what,
      `${didYouMean(step, names)}There are ${names.slice(0, 30).join(', ') || 'no entries'}${more}`,
    );
  }
  const hint = Array.isArray(value)
    ? `It is a list of ${value.length}; give an index from 0`
    : 'The path ends there; leave out the last step';
  return new RequestError('unknown_path', what, hint);
}
