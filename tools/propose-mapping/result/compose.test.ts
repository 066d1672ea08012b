import { expect, test } from 'vitest';
import { entity } from '../../model/__fixtures__/entity.ts';
import type { FieldInput } from '../../model/index.ts';
import { rankAll } from '../score/rank.ts';
import { compose } from './compose.ts';

type Shape = FieldInput | string;
const fieldOf = (shape: Shape): FieldInput =>
  typeof shape === 'string' ? { path: shape, type: 'string' } : shape;
const enumOf = (...values: string[]) => values.map((value) => ({ value }));

/** What is made for the last target field. */
function madeFor(source: [string, ...Shape[]], target: [string, ...Shape[]]): unknown {
  const [from, ...sources] = source;
  const [to, ...targets] = target;
  const rankings = rankAll(entity('a', from, sources.map(fieldOf)), entity('b', to, targets.map(fieldOf)));
  const ranking = rankings.at(-1);
  const made =
    ranking === undefined
      ? null
      : compose(
          ranking,
          rankings.map((one) => one.target),
        );
  return made === null ? null : [made.sources.map(({ field }) => field.path), made.transform];
}

const joined = { kind: 'concat', separator: ' ' };
const part = (name: string) => ({
  kind: 'split',
  separator: ' ',
  index: name === 'given-name' ? 0 : -1,
  rest: false,
  part: name,
});

test.each<[string, [string, ...Shape[]], [string, ...Shape[]], unknown]>([
  [
    'with the middle name',
    ['contact', 'last_name', 'middle_name', 'first_name'],
    ['person', 'full_name'],
    [['first_name', 'middle_name', 'last_name'], joined],
  ],
  [
    'what is displayed is short',
    ['employee', 'firstName', 'middleName', 'lastName'],
    ['employee', 'displayName'],
    [['firstName', 'lastName'], joined],
  ],
  [
    'the name of a record for a person',
    ['customer', 'firstname', 'lastname', 'email'],
    ['partner', 'name'],
    [['firstname', 'lastname'], joined],
  ],
  [
    'a person of a company is not the company',
    ['contact', 'firstname', 'lastname', 'company'],
    ['partner', 'name'],
    null,
  ],
  [
    'the name of somebody else',
    ['employee', 'firstName', 'lastName', 'supervisorName'],
    ['employee', 'manager.lastName'],
    [['supervisorName'], part('family-name')],
  ],
  [
    'house number and street',
    ['company', 'address_street_number', 'address_route', 'city'],
    ['account', 'street'],
    [['address_street_number', 'address_route'], joined],
  ],
  [
    'a street that is the whole line already',
    ['company', 'street_number', 'street', 'city'],
    ['account', 'street'],
    null,
  ],
  [
    'the authors of a work do not name it',
    ['work', 'title', 'givenName', 'familyName'],
    ['software', 'name'],
    null,
  ],
  [
    'two lines for one',
    ['customer', 'street', 'street_line_2', 'city'],
    ['account', 'city', 'street'],
    [['street', 'street_line_2'], { kind: 'concat', separator: ', ' }],
  ],
  [
    'two lines for two',
    ['customer', 'street', 'street_line_2', 'city'],
    ['account', 'street2', 'street'],
    null,
  ],
  [
    'flags make a status',
    ['deal', { path: 'IsClosed', type: 'boolean' }, { path: 'IsWon', type: 'boolean' }],
    ['opportunity', { path: 'status', type: 'string', enum: enumOf('OPEN', 'WON', 'LOST') }],
    [
      ['IsWon', 'IsClosed'],
      {
        kind: 'conditional',
        equals: true,
        match: 'WON',
        otherwise: 'OPEN',
        cases: [{ source: 1, equals: true, match: 'LOST' }],
      },
    ],
  ],
  [
    'one flag is not enough',
    ['deal', { path: 'IsWon', type: 'boolean' }],
    ['opportunity', { path: 'status', type: 'string', enum: enumOf('OPEN', 'WON', 'LOST') }],
    null,
  ],
  [
    'a city out of an address line',
    ['lead', { path: 'location', type: 'string', examples: ['Springfield, IL 62704'] }],
    ['lead', 'city'],
    [['location'], { ...part('given-name'), separator: ', ', part: 'city' }],
  ],
  [
    'the second line of a street with several',
    ['customer', { path: 'street', type: 'string', description: 'Lines separated by line breaks' }],
    ['customer', 'street', 'street2'],
    [['street'], { kind: 'split', separator: '\n', index: 1, rest: true }],
  ],
])('%s', (_, source, target, made) => {
  expect(madeFor(source, target)).toStrictEqual(made);
});
