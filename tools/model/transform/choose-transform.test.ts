import { expect, test } from 'vitest';
import { chooseTransform, Field, type FieldInput, type Transform } from '../index.ts';

const enumOf = (...values: string[]) => values.map((value) => ({ value }));

const joined: Transform = { kind: 'aggregate', op: 'join', separator: ', ' };

test.each<[FieldInput, FieldInput, Transform]>([
  [{ path: 'email', type: 'string' }, { path: 'email', type: 'string' }, { kind: 'identity' }],
  [{ path: 'mail', type: 'string' }, { path: 'email', type: 'string' }, { kind: 'rename' }],
  [{ path: 'properties.email', type: 'string' }, { path: 'email', type: 'string' }, { kind: 'unnest' }],
  [
    { path: 'city', type: 'string' },
    { path: 'addresses[].city', type: 'string' },
    { kind: 'nest', wrap: null },
  ],
  [
    { path: 'emails[].value', type: 'string' },
    { path: 'email', type: 'string' },
    { kind: 'aggregate', op: 'first', separator: ', ' },
  ],
  [
    { path: 'tags', type: 'array' },
    { path: 'labels', type: 'string' },
    { kind: 'aggregate', op: 'join', separator: ', ' },
  ],
  // A number that travels as text.
  [
    { path: 'a', type: 'number', wireType: 'string' },
    { path: 'b', type: 'number' },
    { kind: 'cast', to: 'number' },
  ],
  [
    { path: 'a', type: 'boolean' },
    { path: 'b', type: 'boolean', wireType: 'string' },
    { kind: 'cast', to: 'string' },
  ],
  [{ path: 'a', type: 'integer' }, { path: 'b', type: 'number' }, { kind: 'rename' }],
  [
    { path: 'a', type: 'date-time', format: 'epoch-ms' },
    { path: 'b', type: 'date' },
    { kind: 'date-format', from: 'epoch-ms', to: 'iso-date' },
  ],
  // Times are brought into one form, plain dates are alike already.
  [
    { path: 'a', type: 'date-time' },
    { path: 'b', type: 'date-time' },
    { kind: 'date-format', from: 'iso-date-time', to: 'iso-date-time' },
  ],
  [{ path: 'a', type: 'date' }, { path: 'b', type: 'date' }, { kind: 'rename' }],
  [
    { path: 'a', type: 'date-time', format: 'epoch-s' },
    { path: 'b', type: 'date-time', format: 'epoch-s' },
    { kind: 'rename' },
  ],
  [
    { path: 'Created', type: 'string', description: 'Day as YYYYMMDD' },
    { path: 'created', type: 'date' },
    { kind: 'date-format', from: 'yyyymmdd', to: 'iso-date' },
  ],
  [
    { path: 'hire_date', type: 'string', examples: ['02/29/2024'] },
    { path: 'start', type: 'date' },
    { kind: 'date-format', from: 'mm/dd/yyyy', to: 'iso-date' },
  ],
  // Which of the two is the month, these examples do not say.
  [
    { path: 'hire_date', type: 'string', examples: ['02/03/2024'] },
    { path: 'start', type: 'date' },
    { kind: 'date-format', from: 'iso-date-time', to: 'iso-date' },
  ],
  [
    { path: 'created_at', type: 'string' },
    { path: 'CreatedDate', type: 'string' },
    { kind: 'date-format', from: 'iso', to: 'iso' },
  ],
  [
    { path: 'created_at', type: 'number' },
    { path: 'created_at', type: 'string' },
    { kind: 'date-format', from: 'epoch', to: 'iso-date-time' },
  ],
  [{ path: 'opening_time', type: 'string' }, { path: 'open_from', type: 'string' }, { kind: 'rename' }],
  [
    { path: 'a', type: 'integer', format: 'minor-units' },
    { path: 'b', type: 'number', format: 'decimal' },
    { kind: 'unit', factor: 0.01, decimals: 2 },
  ],
  [
    { path: 'amount_cents', type: 'integer' },
    { path: 'amount', type: 'number' },
    { kind: 'unit', factor: 0.01, decimals: 2 },
  ],
  [{ path: 'percents', type: 'number' }, { path: 'amount', type: 'number' }, { kind: 'rename' }],
  [
    { path: 'a', type: 'number' },
    { path: 'b', type: 'integer', format: 'minor-units' },
    { kind: 'unit', factor: 100, decimals: 0 },
  ],
  [
    { path: 'a', type: 'string', enum: enumOf('IN_PROGRESS', 'gone') },
    { path: 'b', type: 'string', enum: enumOf('in progress', 'open') },
    { kind: 'lookup', table: [{ from: 'IN_PROGRESS', to: 'in progress' }] },
  ],
  // Nothing in common: a table for a person to fill in.
  [
    { path: 'a', type: 'string', enum: enumOf('apple') },
    { path: 'b', type: 'string', enum: enumOf('pear') },
    { kind: 'lookup', table: [] },
  ],
  [
    { path: 'status', type: 'string' },
    { path: 'status', type: 'string', enum: enumOf('OPEN', 'WON') },
    {
      kind: 'lookup',
      table: [
        { from: 'OPEN', to: 'OPEN' },
        { from: 'WON', to: 'WON' },
      ],
      loose: true,
    },
  ],
  [
    { path: 'employees', type: 'string', enum: enumOf('1-5', '5-25', '25+') },
    { path: 'NumberOfEmployees', type: 'integer' },
    {
      kind: 'lookup',
      table: [
        { from: '1-5', to: 1 },
        { from: '5-25', to: 5 },
        { from: '25+', to: 25 },
      ],
    },
  ],
  [
    {
      path: 'code',
      type: 'integer',
      enum: [
        { value: 1, label: 'Accounting' },
        { value: 2, label: 'Farming' },
      ],
    },
    { path: 'industry', type: 'string' },
    {
      kind: 'lookup',
      table: [
        { from: 1, to: 'Accounting' },
        { from: 2, to: 'Farming' },
      ],
    },
  ],
  [
    { path: 'stage_id', type: 'integer' },
    { path: 'StageName', type: 'string' },
    { kind: 'lookup', table: [] },
  ],
  [
    { path: 'id', type: 'integer' },
    { path: 'reference', type: 'string' },
    { kind: 'cast', to: 'string' },
  ],
  [
    { path: 'pipeline', type: 'string' },
    { path: 'pipeline_id', type: 'number' },
    { kind: 'lookup', table: [] },
  ],
  [
    { path: 'manager_email', type: 'string', format: 'email' },
    { path: 'managerId', type: 'string' },
    { kind: 'lookup', table: [] },
  ],
  [{ path: 'owner', type: 'string' }, { path: 'owner_id', type: 'string' }, { kind: 'rename' }],
  [
    { path: 'country', type: 'string' },
    { path: 'countryCode', type: 'string', format: 'country' },
    { kind: 'lookup', table: [], codes: 'country-alpha2' },
  ],
  [
    { path: 'country_code', type: 'string', examples: ['DE'] },
    { path: 'country', type: 'string', examples: ['Germany', 'France'] },
    { kind: 'lookup', table: [], codes: 'country-name' },
  ],
  [{ path: 'country', type: 'string' }, { path: 'country_name', type: 'string' }, { kind: 'rename' }],
  [
    { path: 'currency', type: 'string', examples: ['usd'] },
    { path: 'CurrencyCode', type: 'string', examples: ['EUR'] },
    { kind: 'lookup', table: [], codes: 'currency-upper' },
  ],
  [
    { path: 'locale', type: 'string', examples: ['en-US'] },
    { path: 'language', type: 'string', maxLength: 2 },
    { kind: 'lookup', table: [], codes: 'language-base' },
  ],
  [
    { path: 'archived', type: 'boolean' },
    { path: 'isActive', type: 'boolean' },
    { kind: 'conditional', equals: true, match: false, otherwise: true },
  ],
  [{ path: 'archived', type: 'boolean' }, { path: 'is_archived', type: 'boolean' }, { kind: 'rename' }],
  [
    { path: 'deleted_at', type: 'date-time' },
    { path: 'isDeleted', type: 'boolean' },
    { kind: 'conditional', equals: null, match: true, otherwise: false, present: true },
  ],
  [
    { path: 'archived_at', type: 'date-time' },
    { path: 'active', type: 'boolean' },
    { kind: 'conditional', equals: null, match: false, otherwise: true, present: true },
  ],
  [
    { path: 'state', type: 'string', enum: enumOf('active', 'archived', 'draft') },
    { path: 'isArchived', type: 'boolean' },
    { kind: 'conditional', equals: 'archived', match: true, otherwise: false },
  ],
  [
    { path: 'status', type: 'string', enum: enumOf('subscribed', 'unsubscribed', 'cleaned') },
    { path: 'opted_out', type: 'boolean' },
    { kind: 'conditional', equals: 'unsubscribed', match: true, otherwise: false, anyOf: ['cleaned'] },
  ],
  [
    { path: 'flag', type: 'string', enum: enumOf('true', 'false') },
    { path: 'is_flag', type: 'boolean' },
    { kind: 'cast', to: 'boolean' },
  ],
  [
    { path: 'taxable', type: 'boolean' },
    { path: 'tax_status', type: 'string', enum: enumOf('none', 'exempt') },
    { kind: 'conditional', equals: true, match: 'none', otherwise: 'exempt' },
  ],
  [
    { path: 'weight_lb', type: 'number' },
    { path: 'weightKg', type: 'number' },
    { kind: 'unit', factor: 0.45359237, decimals: 3 },
  ],
  [
    { path: 'duration', type: 'integer', description: 'Length in milliseconds' },
    { path: 'duration_minutes', type: 'integer' },
    { kind: 'unit', factor: 0.0000166666666667, decimals: 0 },
  ],
  [
    { path: 'discount_percent', type: 'number' },
    { path: 'discount_ratio', type: 'number' },
    { kind: 'unit', factor: 0.01, decimals: 6 },
  ],
  [
    { path: 'amount', type: 'integer', description: 'Amount in cents' },
    { path: 'total', type: 'number' },
    { kind: 'unit', factor: 0.01, decimals: 2 },
  ],
  [{ path: 'tags[]', type: 'string' }, { path: 'keywords', type: 'string' }, joined],
  [
    { path: 'a', type: 'string', enum: enumOf('x') },
    { path: 'b', type: 'string', enum: enumOf('x', 'y') },
    { kind: 'rename' },
  ],
])('%j → %j', (source, target, transform) => {
  expect(chooseTransform(Field.parse(source), Field.parse(target))).toStrictEqual(transform);
});

const list = ['emails[].value', 'emails[].primary', 'emails[].type', 'emails[].other.primary'];
const neighbours = (...paths: string[]) =>
  paths.map((path) => Field.parse({ path, type: path.endsWith('primary') ? 'boolean' : 'string' }));

test.each<[string, Field[], Transform]>([
  // The name says which element is meant.
  ['work_email', neighbours(...list), { kind: 'unnest', where: { path: 'emails[].type', equals: 'work' } }],
  [
    'mobilephone',
    neighbours(...list),
    { kind: 'unnest', where: { path: 'emails[].type', equals: 'mobile' } },
  ],
  // Else the main one.
  [
    'email',
    neighbours(...list),
    { kind: 'unnest', where: { path: 'emails[].primary', equals: true, orFirst: true } },
  ],
  [
    'email',
    [Field.parse({ path: 'emails[].label', type: 'string', enum: enumOf('home', 'main') })],
    { kind: 'unnest', where: { path: 'emails[].label', equals: 'main', orFirst: true } },
  ],
  [
    'business_email',
    [Field.parse({ path: 'emails[].kind', type: 'string', enum: enumOf('Home', 'Work') })],
    { kind: 'unnest', where: { path: 'emails[].kind', equals: 'Work' } },
  ],
  // A list that has no such element.
  [
    'fax_email',
    [Field.parse({ path: 'emails[].kind', type: 'string', enum: enumOf('Home', 'Work') })],
    { kind: 'aggregate', op: 'first', separator: ', ' },
  ],
  ['email', neighbours('emails[].verified'), { kind: 'aggregate', op: 'first', separator: ', ' }],
])('emails[].value → %s', (path, source, transform) => {
  const from = Field.parse({ path: 'emails[].value', type: 'string' });
  const to = Field.parse({ path, type: 'string' });
  expect(chooseTransform(from, to, { source: [...source, from], target: [to] })).toStrictEqual(transform);
});

test('an amount follows the currency beside it, where there is just one', () => {
  const amount = Field.parse({ path: 'money.amount_cents', type: 'integer' });
  const total = Field.parse({ path: 'total', type: 'number' });
  const currency = Field.parse({ path: 'money.currency', type: 'string' });
  const other = Field.parse({ path: 'currency', type: 'string' });
  const unit = { kind: 'unit', factor: 0.01, decimals: 2 };
  const chosen = (...source: Field[]) => chooseTransform(amount, total, { source, target: [total] });
  expect([chosen(amount, currency, other), chosen(amount, other)]).toStrictEqual([
    { ...unit, currency: 'money.currency' },
    unit,
  ]);
});
