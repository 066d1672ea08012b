import { arrayOf, isObject, type Json, type JsonObject, property } from '../../../core/json/json.ts';
import { formatPointer, parsePointer } from '../../../core/json/pointer.ts';
import type { Warning } from '../../../model/index.ts';
import { versionText } from './version-text.ts';

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
    const result: unknown = await validate(withVersion(structuredClone(document)));
    return listed(arrayOf(isObject(result) ? property(result, 'errors') : undefined).map(readError));
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

/** An unquoted version is a number in YAML; the validator refuses to look any further at it. */
function withVersion(document: JsonObject): JsonObject {
  for (const name of ['openapi', 'swagger']) {
    const version = document[name];
    if (typeof version === 'number') document[name] = versionText(version, name);
  }
  return document;
}

interface Fault {
  readonly at: string;
  readonly says: string;
}

/** Where and what: the validator gives a pointer as text or as steps, depending on what is wrong. */
function readError(error: Json): Fault {
  const path = property(error, 'path');
  const pointer = typeof path === 'string' && path.startsWith('/') ? path : '';
  const at = Array.isArray(path) ? formatPointer(path.map(String)) : pointer;
  const says = String(property(error, 'message') ?? 'is not valid');
  const [, extra] = extraProperty.exec(says) ?? [];
  return { at: extra === undefined ? at : at + formatPointer([extra]), says };
}

function listed(faults: readonly Fault[]): Warning[] {
  // "None of the forms" says nothing new where one form was already found wanting.
  const telling = faults.filter(
    ({ at, says }) =>
      !noForm.test(says) || !faults.some((other) => other.at === at && !noForm.test(other.says)),
  );
  const all = telling.map(({ at, says }) => ({ code: 'invalid_openapi', message: inWords(at, says), at }));
  const more = `${all.length - shown} more faults like these`;
  return all.length <= shown
    ? all
    : [...all.slice(0, shown), { code: 'invalid_openapi', message: more, at: '' }];
}

const noForm = /^(?:oneOf|anyOf)\b/;
const extraProperty = /^Property (.+) is not expected to be here$/;

/** The validator's words as a sentence that says what they are about. */
function inWords(at: string, says: string): string {
  const steps = parsePointer(at) ?? [];
  // An element of a list says little by its number alone.
  const place = steps.slice(/^\d+$/.test(steps.at(-1) ?? '') ? -2 : -1).join('/');
  const what = place === '' ? 'The document' : JSON.stringify(place.slice(0, 100));
  return `${what} ${said(says)}`.slice(0, 300);
}

function said(says: string): string {
  const [, type] = /^type must be (.+)$/.exec(says) ?? [];
  if (type !== undefined) return `must be of the type ${type}`;
  if (extraProperty.test(says)) return 'is not expected there';
  const [, missing] = /^must have required property '(.+)'$/.exec(says) ?? [];
  if (missing !== undefined) return `lacks the property ${JSON.stringify(missing)}`;
  if (noForm.test(says)) return 'has none of the forms that are allowed there';
  return says.replace(/^\w+ (?=must\b)/, '');
}
