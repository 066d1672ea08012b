import { expect, test } from 'vitest';
import { csvTextRecords } from './csv-records.ts';

test('an empty cell is no value, an empty text in quotes is one', () => {
  expect(csvTextRecords('id;name;city\n1;A;\n2;"";Rom\n', 'a.csv')).toEqual([
    { id: '1', name: 'A', city: null },
    { id: '2', name: '', city: 'Rom' },
  ]);
});
