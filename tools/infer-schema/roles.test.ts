import { expect, test } from 'vitest';
import { Field } from '../model/index.ts';
import { findRoles } from './roles.ts';

const roles = (...paths: string[]) =>
  findRoles(
    paths.map((path) => Field.parse({ path, type: 'string' })),
    'note',
    undefined,
  );
const none = {
  idField: null,
  naturalKeys: [],
  externalIdField: null,
  createdField: null,
  updatedField: null,
};

test('what another record inside of it is known by is not what the record is known by', () => {
  expect(
    roles(
      'text',
      'author.id',
      'author.email',
      'author.external_id',
      'author.created_at',
      'author.updated_at',
    ),
  ).toStrictEqual(none);
});

test.each(['attributes', 'properties', 'data', 'fields'])('%s only wraps the own fields', (wrapper) => {
  const names = ['id', 'email', 'external_id', 'created_at', 'updated_at'];
  expect(roles(...names.map((name) => `${wrapper}.${name}`), `${wrapper}.author.email`)).toStrictEqual({
    idField: `${wrapper}.id`,
    naturalKeys: [`${wrapper}.email`],
    externalIdField: `${wrapper}.external_id`,
    createdField: `${wrapper}.created_at`,
    updatedField: `${wrapper}.updated_at`,
  });
});

test('time stamps that the system keeps apart', () => {
  expect(roles('Id', 'MetaData.CreateTime', 'MetaData.LastUpdatedTime')).toStrictEqual({
    ...none,
    idField: 'Id',
    createdField: 'MetaData.CreateTime',
    updatedField: 'MetaData.LastUpdatedTime',
  });
});
