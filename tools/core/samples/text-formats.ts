import type { FieldType, WireType } from '../../model/index.ts';

/** What values turned out to be: meaning, JSON type on the wire where it differs, format. */
export interface Detected {
  readonly type: FieldType;
  readonly wireType: WireType | null;
  readonly format: string | null;
}

/** A way of writing values as text. */
export interface TextFormat {
  readonly name: string;
  readonly detected: Detected;
  /** The field's name must look like this: `DE` is a country only in a field of that name. */
  readonly field?: RegExp;
  matches(text: string): boolean;
}

const countries = new Set(
  (
    'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZ' +
    'DEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJO' +
    'JPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNU' +
    'NZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTW' +
    'TZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW'
  ).match(/../g),
);
const currencies = new Set(Intl.supportedValuesOf('currency'));

export const timeName =
  /(?:_at|At|_on|On|[Dd]ate|[Tt]ime|[Tt]imestamp|created|updated|modified|[a-z]Ts)$|(?:^|_)ts(?:_|$)|^ts[A-Z]|(?:^|_|[a-z])[Ee]poch|^(?:created|updated|modified|changed|occurred|received|sent|opened|closed|started|ended|finished|completed|expires|expired|issued|signed|published|posted|submitted|resolved|viewed|logged|when|since|until)$/;
/** Names of whatever is counted in milliseconds: long spans, but also moments. */
export const millisName = /(?:_ms|[a-z0-9]Ms|_?[Mm]illis(?:econds)?)$/;
/** Names of what is or is not. */
export const flagName =
  /^(?:is|has|can|was|allow|enable|use)(?:_|[A-Z])|(?:_flag|Flag|enabled|active|deleted|archived)$/;
/** Names whose digits are no amounts: they may start with a zero one day. */
export const idName =
  /(?:^|_)(?:id|ids|code|key|number|no|zip|zip_?code|postal_?code|phone|mobile|fax|sku|ref|vat|ssn|account|version)$|(?:Id|ID|Code|Number|Phone|Version)$/i;
const phoneName = /phone|mobile|fax|^tel/i;

/** The formats that texts are tried against, the more telling first. */
export const textFormats: readonly TextFormat[] = [
  pattern('date', as('date'), /^\d{4}-\d{2}-\d{2}$/),
  pattern(
    'date-time',
    as('date-time'),
    /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?$/,
  ),
  pattern(
    'rfc-822',
    as('date-time', null, 'rfc-822'),
    /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \S{1,5}$/,
  ),
  pattern('json-date', as('date-time', 'string', 'json-date'), /^\/Date\(-?\d{1,16}(?:[+-]\d{4})?\)\/$/),
  // A month is at most 12: which of the two numbers it is shows only where the other is larger.
  pattern(
    'date-dmy',
    as('string', null, 'date-dmy'),
    /^(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.]\d{4}$/,
  ),
  pattern(
    'date-mdy',
    as('string', null, 'date-mdy'),
    /^(?:0?[1-9]|1[0-2])[/.](?:0?[1-9]|[12]\d|3[01])[/.]\d{4}$/,
  ),
  pattern('time', as('time'), /^\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/),
  pattern('uuid', as('string', null, 'uuid'), /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i),
  pattern('email', as('string', null, 'email'), /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/),
  pattern('uri', as('string', null, 'uri'), /^https?:\/\/\S+$/i),
  pattern('phone', as('string', null, 'phone'), /^\+[\d\s().-]{7,20}$/),
  pattern('boolean', as('boolean', 'string'), /^(?:true|false)$/i),
  pattern('y-n', as('boolean', 'string', 'y-n'), /^[YN]$/i),
  pattern('yes-no', as('boolean', 'string', 'yes-no'), /^(?:yes|no)$/i),
  {
    ...pattern('local-phone', as('string', null, 'phone'), /^[+(\d][\d\s().-]{5,20}(?: ?x\d+)?$/),
    field: phoneName,
  },
  {
    name: 'country',
    detected: as('string', null, 'country'),
    field: /country|nation/i,
    matches: (text) => countries.has(text),
  },
  {
    name: 'currency',
    detected: as('string', null, 'currency'),
    field: /curr(?:ency)?/i,
    matches: (text) => currencies.has(text),
  },
  {
    ...pattern('epoch-ms', as('date-time', 'string', 'epoch-ms'), /^1\d{12}$/),
    field: new RegExp(`${timeName.source}|${millisName.source}`),
  },
  {
    ...pattern('epoch-s', as('date-time', 'string', 'epoch-s'), /^1\d{9}$/),
    field: timeName,
  },
  { ...pattern('0-1', as('boolean', 'string', '0-1'), /^[01]$/), field: flagName },
  // A leading zero would be lost as a number, and so would digits past 2^53.
  pattern('integer', as('integer', 'string'), /^-?(?:0|[1-9]\d{0,14})$/),
  pattern('decimal', as('number', 'string', 'decimal'), /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,8})?$/),
  // `1.234,56` and `1,234.56`; `1,234` alone is the latter.
  pattern(
    'decimal-comma',
    as('string', null, 'decimal-comma'),
    /^-?(?:\d{1,3}(?:\.\d{3})+,\d{1,8}|\d{1,12},(?:\d{1,2}|\d{4,8}))$/,
  ),
  pattern(
    'decimal-grouped',
    as('string', null, 'decimal-grouped'),
    /^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,8})?|\d{1,3}\.\d{1,8})$/,
  ),
];

function pattern(name: string, detected: Detected, expression: RegExp): TextFormat {
  return { name, detected, matches: (text) => expression.test(text) };
}

/** Short for a `Detected`. */
export function as(
  type: FieldType,
  wireType: WireType | null = null,
  format: string | null = null,
): Detected {
  return { type, wireType, format };
}
