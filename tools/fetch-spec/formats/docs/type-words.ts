import type { FieldInput } from '../../../model/index.ts';

export type WordType = Pick<FieldInput, 'type' | 'wireType' | 'format'> & { readonly repeated: boolean };

const types: readonly (readonly [RegExp, Omit<WordType, 'repeated'>])[] = [
  [
    /^(?:date-?time|timestamp|iso ?-?8601(?: date.*| timestamp)?|datetime|date and time|rfc ?3339.*)$/,
    { type: 'date-time' },
  ],
  [
    /^(?:unix(?: epoch)?(?: time(?:stamp)?)?|epoch(?: seconds)?|unix_timestamp)$/,
    { type: 'date-time', wireType: 'integer', format: 'epoch-s' },
  ],
  [/^date$/, { type: 'date' }],
  [/^time$/, { type: 'time' }],
  [/^(?:bool|boolean)$/, { type: 'boolean' }],
  [
    /^(?:int|integer|int32|int64|long|bigint|positive integer|non-negative integer|number \(integer\))$/,
    { type: 'integer' },
  ],
  [/^(?:number|float|double|decimal|money|numeric|currency amount)$/, { type: 'number' }],
  [/^(?:uuid|guid)$/, { type: 'string', format: 'uuid' }],
  [/^(?:url|uri|link)$/, { type: 'string', format: 'uri' }],
  [/^(?:e-?mail|email address)$/, { type: 'string', format: 'email' }],
  [/^(?:phone|phone number)$/, { type: 'string', format: 'phone' }],
  [/^(?:string|str|text|varchar|char|enum|id|hash id|identifier|token)$/, { type: 'string' }],
  [/^(?:object|hash|map|dictionary|json|dict|struct|nested object|json object)$/, { type: 'object' }],
  [/^(?:array|list)$/, { type: 'array' }],
  [/^(?:any|mixed)$/, { type: 'any' }],
];

/** The type that words such as `array of strings`, `int64`, `string (email)`, `enum` name; undefined when they name none. */
export function typeOfWords(words: string): WordType | undefined {
  const text = words
    .toLowerCase()
    .replaceAll(/[`*_]/g, (mark) => (mark === '_' ? '_' : ''))
    .replace(/^(?:a |an |nullable |optional |required )+/, '')
    .replace(
      /,?\s*\b(?:required|optional|nullable|or null|read-?only|deprecated|conditional(?:ly)?)\b.*$/,
      '',
    )
    .trim();
  const element =
    /^(?:array|list|collection)s?\s*(?:of|<|\[)\s*([\w -]+?)s?[>\]]?$/.exec(text)?.[1] ??
    /^([\w -]+?)\s*\[\]$/.exec(text)?.[1];
  if (element !== undefined) {
    const inner = known(element) ?? known(`${element}s`);
    return { ...(inner ?? { type: 'object' as const }), repeated: true };
  }
  const inBrackets = /^(\w+)\s*[(<]\s*([\w -]+)\s*[)>]/.exec(text);
  if (inBrackets !== null) {
    const outer = known(inBrackets[1] ?? '');
    const inner = known(inBrackets[2] ?? '');
    if (outer !== undefined)
      return { ...(outer.type === 'string' && inner !== undefined ? inner : outer), repeated: false };
  }
  const own = known(text);
  return own === undefined ? undefined : { ...own, repeated: false };
}

function known(word: string): Omit<WordType, 'repeated'> | undefined {
  const text = word.trim();
  return types.find(([pattern]) => pattern.test(text))?.[1];
}
