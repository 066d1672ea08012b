import { type FieldType, lastName, type WireType } from '../../model/index.ts';

export interface Detected {
  readonly type: FieldType;
  readonly wireType: WireType | null;
  readonly format: string | null;
}

const timeName = /(?:_at|At|_on|On|date|time|timestamp|created|updated|modified|_ts|^ts)$/i;
const idName =
  /(?:^|_)(?:id|ids|code|key|number|no|zip|zip_?code|postal_?code|phone|mobile|fax|sku|ref|vat|ssn)$|(?:Id|Code|Number|Phone)$/i;
const phoneName = /phone|mobile|fax|^tel/i;

const texts: readonly (readonly [RegExp, Detected])[] = [
  [/^\d{4}-\d{2}-\d{2}$/, as('date')],
  [/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/, as('date-time')],
  [/^\d{2}:\d{2}(?::\d{2})?$/, as('time')],
  [/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i, as('string', null, 'uuid')],
  [/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/, as('string', null, 'email')],
  [/^https?:\/\/\S+$/i, as('string', null, 'uri')],
  [/^\+[\d\s().-]{7,20}$/, as('string', null, 'phone')],
  [/^(?:true|false)$/i, as('boolean', 'string')],
  [/^[YN]$/i, as('boolean', 'string', 'y-n')],
  [/^(?:yes|no)$/i, as('boolean', 'string', 'yes-no')],
];

/**
 * The type of values seen at a path; undefined when they are of several kinds. All non-empty texts must agree on a format;
 * one `Y` alone says nothing.
 */
export function detectType(
  path: string,
  values: readonly (string | number | boolean)[],
): Detected | undefined {
  const name = lastName(path);
  const kinds = new Set(values.map((value) => typeof value));
  if (kinds.size > 1) return undefined;
  if (kinds.has('boolean')) return as('boolean');
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length > 0) return detectNumber(name, numbers);
  const seen = [...new Set(values.map(String).filter((text) => text.trim() !== ''))];
  if (seen.length === 0) return as('string');
  for (const [pattern, detected] of texts) {
    const alone = detected.format === 'y-n' && seen.length === 1 && values.length < 3;
    if (!alone && seen.every((text) => pattern.test(text))) return detected;
  }
  if (phoneName.test(name) && seen.every((text) => /^[+\d][\d\s().-]{5,20}(?:x\d+)?$/.test(text))) {
    return as('string', null, 'phone');
  }
  if (timeName.test(name) && seen.every((text) => /^1\d{12}$/.test(text)))
    return as('date-time', 'string', 'epoch-ms');
  if (idName.test(name)) return as('string');
  // A leading zero would be lost as a number, and so would digits past 2^53.
  if (seen.every((text) => /^-?(?:0|[1-9]\d{0,14})$/.test(text))) return as('integer', 'string');
  if (seen.every((text) => /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,8})?$/.test(text)))
    return as('number', 'string', 'decimal');
  return as('string');
}

function detectNumber(name: string, values: readonly number[]): Detected {
  if (!values.every(Number.isInteger)) return as('number');
  const within = (low: number, high: number) => values.every((value) => value >= low && value < high);
  if (timeName.test(name) && within(1e12, 4e12)) return as('date-time', 'integer', 'epoch-ms');
  if (timeName.test(name) && within(5e8, 4e9)) return as('date-time', 'integer', 'epoch-s');
  return as('integer');
}

function as(type: FieldType, wireType: WireType | null = null, format: string | null = null): Detected {
  return { type, wireType, format };
}
