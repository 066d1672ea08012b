import { expect, test } from 'vitest';
import { Field } from '../../model/index.ts';
import { setBySystem } from './set-by-system.ts';

const roles = {
  idField: 'id',
  naturalKeys: [],
  externalIdField: null,
  createdField: 'created',
  updatedField: 'changed',
};

test('id and time stamps are taken as set by the system, unless they must be sent', () => {
  const fields = [
    Field.parse({ path: 'id', type: 'string', required: true }),
    Field.parse({ path: 'created', type: 'date-time' }),
    Field.parse({ path: 'changed', type: 'date-time', readOnly: true }),
    Field.parse({ path: 'name', type: 'string' }),
  ];
  const { fields: result, warnings } = setBySystem(fields, roles, new Set(), '/x');
  expect(result.map(({ path, readOnly }) => [path, readOnly])).toStrictEqual([
    ['id', false],
    ['created', true],
    ['changed', true],
    ['name', false],
  ]);
  expect(warnings).toStrictEqual([
    {
      code: 'read_only_assumed',
      message: 'The description does not say who sets created; taken as set by the system, and never written',
      at: '/x',
    },
  ]);
});
