import type { EnumValue, FieldInput } from '../../../model/index.ts';
import { typeOfWords } from './type-words.ts';

/** What documentation says of one field or parameter. */
export interface DocField {
  readonly field: FieldInput;
  /** Where a parameter stands, when the row says it. */
  readonly place: 'path' | 'query' | 'header' | 'body' | null;
}

export interface RowWords {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  /** Text of a column that only says whether the field must be there. */
  readonly required: string;
  readonly fallback: string;
  readonly values: string;
  readonly place: string;
  readonly at: string;
}

/** A field from the words about it; undefined when the name is none. */
export function fieldOfRow(row: RowWords): DocField | undefined {
  const path = pathOf(row.name);
  if (path === undefined) return undefined;
  const said = `${row.type} ${row.required} ${row.description}`.slice(0, 2_000);
  const type = typeOfWords(row.type) ?? typeOfWords(leadingType(row.description));
  const required = isRequired(row);
  const values = enumOf(row);
  const flagged = row.name.replace(/[*†]\s*$/, '') !== row.name;
  const repeated = type?.repeated === true;
  const description = row.description.replaceAll(/\s+/g, ' ').trim().slice(0, 500);
  return {
    field: {
      path: repeated && !path.endsWith('[]') ? `${path}[]` : path,
      type: type?.type ?? (values.length > 0 ? 'string' : 'any'),
      wireType: type?.wireType ?? null,
      format: type?.format ?? null,
      description: description === '' ? null : description,
      nullable: /\bnullable\b|\bor null\b|\bmay be null\b|\bcan be null\b|\|\s*null\b|\bnull if\b/i.test(
        said,
      ),
      required: required || flagged,
      readOnly: /\bread[ -]?only\b|\bset by the (?:system|server|api)\b|\bcannot be (?:set|changed)\b/i.test(
        said,
      ),
      writeOnly: /\bwrite[ -]?only\b/i.test(said),
      deprecated: /\bdeprecated\b/i.test(said),
      enum: values,
      maxLength: maxLengthOf(said),
      default:
        row.fallback.trim() === '' || /^[-–—]$/.test(row.fallback.trim())
          ? null
          : row.fallback.trim().slice(0, 100),
      confidence: type === undefined ? 0.5 : 0.75,
      at: row.at,
    },
    place: placeOf(row.place),
  };
}

/** `user[address][city]`, `lines[].sku`, `address.city`, `` `email` * `` → a path; undefined for prose. */
export function pathOf(name: string): string | undefined {
  const plain = name
    .replaceAll(/[`*†]/g, '')
    .replace(/\s*\((?:required|optional|string|integer|number|boolean|object|array)[^)]*\)\s*$/i, '')
    .replace(/\s+(?:required|optional|deprecated|nullable)\b.*$/i, '')
    .replace(/^[→↳\-–—•.\s]+/, '')
    .trim();
  if (!/^[A-Za-z_$@][\w$@-]*(?:(?:\.|\[)[\w$@-]*\]?)*$/.test(plain) || plain.length > 120) return undefined;
  return plain
    .replaceAll(/\[\]\./g, '[].')
    .replaceAll(/\[(\w+)\]/g, (_, key: string) =>
      /^\d+$/.test(key) || key === 'n' || key === 'i' ? '[]' : `.${key}`,
    )
    .replaceAll('..', '.');
}

function isRequired({ type, required, description }: RowWords): boolean {
  if (/^\s*(?:yes|true|required|y|✓|✔|✅|x|mandatory)\s*\.?$/i.test(required)) return true;
  if (/^\s*(?:no|false|optional|n|-|✗|❌)?\s*\.?$/i.test(required) && required.trim() !== '') return false;
  return (
    /(?:^|[,;(]\s*|\s)required\b(?!\s+(?:if|when|for|unless|only))/i.test(type) ||
    /^\W*required\b\W*(?!(?:if|when|for|unless|only)\b)/i.test(description)
  );
}

/** `string Required. The name` or `(string, required) – The name`: the type stands before the words. */
function leadingType(description: string): string {
  const plain = description.replace(/^[\s(–—:-]+/, '');
  return (
    /^([A-Za-z][\w\d]*(?:\s+of\s+\w+|\[\])?)\s*(?:[,.;):|–—-]|required\b|optional\b|$)/i.exec(plain)?.[1] ??
    // `string The name`: a lower-case word before a sentence.
    /^([a-z][\w\d]*(?:\s+of\s+\w+|\[\])?)\s+[A-Z]/.exec(plain)?.[1] ??
    ''
  );
}

/** ``One of `a`, `b` or `c` ``, `Possible values: a, b`, a column of values, `enum: a | b`. */
function enumOf({ values, description, type }: RowWords): EnumValue[] {
  const listed =
    values.trim() !== ''
      ? values
      : (/(?:one of|possible values(?: are)?|allowed values(?: are)?|valid values(?: are)?|can be(?: either)?|must be|either|enum)\s*:?\s*((?:["'`“]?[\w./-]{1,40}["'`”]?(?:\s*(?:,|\||\/|\bor\b|\band\b)\s*){1,2}){1,40}["'`“]?[\w./-]{1,40}["'`”]?)/i.exec(
          `${type} ${description}`,
        )?.[1] ?? '');
  if (listed === '') return [];
  const parts = listed
    .split(/\s*(?:,|\||\bor\b|\band\b)\s*|\s{2,}/)
    .map((part) => part.replaceAll(/["'`“”.]+$|^["'`“”]+/g, '').trim())
    .filter((part) => /^[\w./-]{1,40}$/.test(part));
  return parts.length < 2 ? [] : [...new Set(parts)].slice(0, 100).map((value) => ({ value, label: null }));
}

function maxLengthOf(text: string): number | null {
  const found =
    /\b(?:max(?:imum)?(?:\s+length)?(?:\s+of)?|up to|at most|limited to)\s*:?\s*(\d{1,6})\s*(?:characters?|chars?)\b/i.exec(
      text,
    )?.[1] ?? /\bmax(?:imum)?\s+length\s*(?:of|is|:)?\s*(\d{1,6})\b/i.exec(text)?.[1];
  const number = Number(found ?? 0);
  return number > 0 ? number : null;
}

function placeOf(text: string): DocField['place'] {
  const word = text.toLowerCase().trim();
  if (/^(?:path|url|uri)/.test(word)) return 'path';
  if (/^(?:query|querystring)/.test(word)) return 'query';
  if (/^header/.test(word)) return 'header';
  return /^(?:body|form|json|payload)/.test(word) ? 'body' : null;
}
