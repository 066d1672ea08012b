import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogEntity } from './__fixtures__/catalog-entity.ts';
import { handMapping } from './__fixtures__/hand-mapping.ts';
import { runProgram } from './__fixtures__/run.ts';
import { smallEntity } from './__fixtures__/small-entity.ts';
import { writeConnector } from './__fixtures__/write-connector.ts';
import { generateConnector } from './index.ts';
import { filledFields, withoutBlanks } from './templates/src/blanks.ts';

test('blanks are sent only over values of ours', () => {
  const record = { a: null, b: { c: null, d: 1 }, e: { f: null }, g: [], h: 0, i: '', j: undefined };
  expect(withoutBlanks(record, [])).toStrictEqual({ b: { d: 1 }, h: 0, i: '' });
  expect(withoutBlanks(record, ['a', 'b.c', 'e.f', 'g'])).toStrictEqual({
    a: null,
    b: { c: null, d: 1 },
    e: { f: null },
    g: [],
    h: 0,
    i: '',
  });
  expect(withoutBlanks({ a: null, ab: null }, ['a.id'])).toStrictEqual({ a: null });
});

test('a list element of nothing but nulls is no element', () => {
  const lines = (...items: object[]) => ({ addressBook: { items } });
  expect(withoutBlanks(lines({ city: null, zip: null }), [])).toStrictEqual({});
  expect(withoutBlanks(lines({ city: null }, { city: 'Ås', zip: null }), [])).toStrictEqual(
    lines({ city: 'Ås' }),
  );
  expect(withoutBlanks(lines({ city: null }), ['addressBook.items'])).toStrictEqual(lines());
});

test('a field is ours from the first value on until it is cleared', () => {
  const first = filledFields({ a: 1, b: { c: 'x', d: null }, e: [{ f: null }], g: [0] }, []);
  expect(first).toStrictEqual(['a', 'b.c', 'g']);
  expect(filledFields({ a: null, b: { d: 'y' } }, first)).toStrictEqual(['b.c', 'g', 'b.d']);
  expect(filledFields({ b: null }, ['b.c'])).toStrictEqual([]);
});

/** HubSpot contacts with an address line to NetSuite contacts, written to a folder. */
async function netsuiteConnector(): Promise<string> {
  const rows = [
    ['externalId', 'id'],
    ['firstName', 'properties.firstname'],
    ['lastName', 'properties.lastname'],
    ['email', 'properties.email'],
    ['phone', 'properties.phone'],
    ['addressBook.items[].addressBookAddress.city', 'properties.city'],
    ['addressBook.items[].addressBookAddress.zip', 'properties.zip'],
  ] as const;
  const key = { source: 'properties.email', target: 'email', confidence: 0.9 };
  const entities = [await catalogEntity('hubspot#contact'), await catalogEntity('netsuite#contact')] as const;
  return writeConnector(await generateConnector(handMapping(...entities, rows, [key])));
}

const runTests = (folder: string) =>
  runProgram('vitest', ['run', '--reporter=verbose', 'test/sync.test.ts'], { cwd: folder });

test('a target with external ids and sublists: every test of writing is there and passes', async () => {
  const folder = await netsuiteConnector();
  const { code, stdout } = await runTests(folder);
  expect({ code, stdout }).toMatchObject({ code: 0 });
  for (const name of [
    'a record that is written again stays as it was, its lists too',
    'a new record is made without nulls',
    'a value of ours is cleared when the source has it no more',
    'a value that was in the target before us is kept, whatever else changes',
    'a record with our match key and another external id is left alone',
    'the external id counts before the match key',
  ]) {
    expect(stdout).toContain(`✓ test/sync.test.ts > writing > ${name}`);
  }
  expect(await runProgram('tsc', ['--noEmit'], { cwd: folder })).toMatchObject({ code: 0, stdout: '' });
});

test.each([
  ['its lists are not replaced', 'netsuite.ts', "...replacing(record, ['addressBook'])", '', 'its lists too'],
  [
    'nulls are always sent',
    'write-record.ts',
    'withoutBlanks(record, this.#filled)',
    'record',
    'made without nulls',
  ],
  [
    'another external id is not looked at',
    'connection.ts',
    "textAt(await netsuite.getContact(id), ['externalId'])",
    'undefined',
    'left alone',
  ],
])("the connector's own tests notice when %s", async (_, file, before, after, name) => {
  const folder = await netsuiteConnector();
  const path = join(folder, 'src', file);
  const code = await readFile(path, 'utf8');
  expect(code).toContain(before);
  await writeFile(path, code.replaceAll(before, after));
  const { stdout } = await runTests(folder);
  expect(stdout).toMatch(new RegExp(`[×✗] test/sync.test.ts > writing > .*${name}`));
});

test('an upsert that is not told the id answers the external id as the API writes it in a path', async () => {
  const text = async (path: string) => {
    const upsert = { method: 'PUT', path, answers: 'location' };
    const get = { method: 'GET', path: '/things/{id}', answers: 'record' };
    const target = smallEntity('to', [{ path: 'key', type: 'string' }], { operations: { get, upsert } });
    const source = smallEntity('from', []);
    const { files } = await generateConnector(
      handMapping(source, { ...target, externalIdField: 'key' }, [['key', 'id']]),
    );
    return files.find((file) => file.path === 'src/to.ts')?.content;
  };
  expect(await text('/things/eid:{key}')).toMatch(
    /return idInLocation\(headers\) \?\? `eid:\$\{externalId\}`;/,
  );
  expect(await text('/things/{key}')).toContain('return idInLocation(headers) ?? externalId;');
  expect(await text('/things/by/{key}')).toContain(
    "return requireId(idInLocation(headers), 'PUT /things/by/{key}');",
  );
  const inBody = await text('/things/upsert');
  expect(inBody).toMatch(/^ {4}requireText\(record\.key, 'key'\);$/m);
  expect(inBody).toContain("return requireId(idInLocation(headers), 'PUT /things/upsert');");
});
