import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { entity } from '../model/__fixtures__/entity.ts';
import { type Entity, type FieldInput, Operation } from '../model/index.ts';
import { parseIgnoreList } from './ignore/ignore-list.ts';
import { isLike } from './ignore/path-pattern.ts';
import { readIgnoreFiles } from './ignore/read-ignore-files.ts';
import { matchEntities } from './match-entities.ts';

const text = (path: string, rest: Partial<FieldInput> = {}): FieldInput => ({
  path,
  type: 'string',
  ...rest,
});
const operation = (id: string, path: string) =>
  Operation.parse({ id, method: 'GET', path, answers: id === 'get' ? 'record' : 'nothing' });

test('the document says when no key was found, with what comes nearest', () => {
  const source = entity('crm', 'contact', [
    text('email', { format: 'email' }),
    text('city'),
    text('vatNumber'),
  ]);
  const fields = [text('email', { format: 'email' }), text('city'), text('vatNumber')];
  const question = (rest: Partial<Entity>) =>
    matchEntities(source, entity('erp', 'customer', fields, rest)).mapping;
  const open = question({});
  const of = (path: string) => open.rows.find((row) => row.target === path)?.confidence ?? 0;
  expect(open.matchKeys).toStrictEqual([]);
  expect(open.matchKeyQuestion).toStrictEqual({
    why: 'Nothing says by which field a erp customer is recognised',
    candidates: [
      { source: 'email', target: 'email', confidence: of('email') },
      { source: 'vatNumber', target: 'vatNumber', confidence: of('vatNumber') },
    ].sort((a, b) => b.confidence - a.confidence),
  });
  expect(question({ naturalKeys: ['vatNumber'] }).matchKeyQuestion?.why).toBe(
    'No row fills vatNumber of erp customer from a field that identifies a crm contact',
  );
  expect(question({ naturalKeys: ['email'] }).matchKeyQuestion).toBeNull();
});

test('both update stamps are named, or none', () => {
  const stamps = (a: string | null, b: string | null) =>
    matchEntities(
      entity('crm', 'contact', [], { updatedField: a }),
      entity('erp', 'contact', [], { updatedField: b }),
    ).mapping.stamps;
  expect(stamps('changedAt', 'lastModified')).toStrictEqual({ source: 'changedAt', target: 'lastModified' });
  expect(stamps('changedAt', null)).toBeNull();
});

test('what the target keeps by hand is left to it where the source sets it itself and the target can be read', () => {
  const conflict = (readOnly: boolean, operations: Entity['operations']) => {
    const source = entity('crm', 'deal', [text('status', { readOnly }), text('name')]);
    const target = entity('erp', 'deal', [text('status'), text('name')], { operations });
    return matchEntities(source, target).mapping.rows.map((row) => [row.target, row.conflict]);
  };
  const get = operation('get', '/deals/{id}');
  const own = [
    ['status', 'target'],
    ['name', undefined],
  ];
  const usual = own.map(([path]) => [path, undefined]);
  expect(conflict(true, { get })).toStrictEqual(own);
  expect(conflict(false, { get })).toStrictEqual(usual);
  expect(conflict(true, {})).toStrictEqual(usual);
  expect(conflict(true, { get, upsert: operation('upsert', '/deals/{key}') })).toStrictEqual(own);
  expect(conflict(true, { get, upsert: operation('upsert', '/deals/by/{key}') })).toStrictEqual(usual);
});

test('what is required only under a flag is written only where the source raises it', () => {
  const target = entity('erp', 'customer', [
    { path: 'isPerson', type: 'boolean' },
    text('companyName', { requiredWhen: 'the customer is a company (isPerson false)' }),
    text('firstName', { requiredWhen: 'isPerson is true' }),
    text('lastName', { requiredWhen: 'neither firstName nor isPerson says more' }),
  ]);
  const names = [text('companyName'), text('firstName'), text('lastName')];
  const conditions = (flags: FieldInput[]) =>
    matchEntities(entity('crm', 'customer', [...flags, ...names]), target).mapping.rows.map((row) => [
      row.target,
      row.when,
      row.evidence.filter(({ signal }) => signal === 'condition').map(({ says }) => says),
    ]);
  const says = (value: boolean) => [
    `required only where isPerson is ${value}, and isPerson comes from isPerson`,
  ];
  expect(conditions([{ path: 'isPerson', type: 'boolean' }])).toStrictEqual([
    ['isPerson', undefined, []],
    ['companyName', { source: 'isPerson', is: 'equals', value: false }, says(false)],
    ['firstName', { source: 'isPerson', is: 'equals', value: true }, says(true)],
    ['lastName', undefined, []],
  ]);
  expect(conditions([])).toStrictEqual([
    ['companyName', undefined, []],
    ['firstName', undefined, []],
    ['lastName', undefined, []],
  ]);
});

test('ignored paths are neither proposed nor listed as open, but a required one is said', () => {
  const source = entity('crm', 'contact', [text('hs_email'), text('email'), text('city')]);
  const target = entity('erp', 'contact', [
    text('email'),
    text('city', { required: true }),
    text('custom_x'),
  ]);
  const lists = [{ 'crm#contact': ['hs_*'], erp: ['custom_*', 'city'], other: ['*'] }];
  const { mapping } = matchEntities(source, target, undefined, [], lists);
  expect(mapping.ignore).toStrictEqual({ sources: ['hs_email'], targets: ['city', 'custom_x'] });
  expect(mapping.rows.map((row) => [row.target, row.sources])).toStrictEqual([['email', ['email']]]);
  expect(JSON.stringify(mapping.rows)).not.toContain('hs_email');
  expect([mapping.unmappedTargets, mapping.unusedSources]).toStrictEqual([[], ['city']]);
  expect(mapping.unmappedRequired).toStrictEqual([
    {
      target: 'city',
      why: 'Required when a record is created; it is on the ignore list, so nothing was sought for it',
      candidates: [],
    },
  ]);
});

test.each<[string, string, boolean]>([
  ['a.b', 'a.b', true],
  ['a.b', 'a', false],
  ['a.b', 'a*', true],
  ['a.b', '*b', true],
  ['aa', 'a*a', true],
  ['a', 'a*a', false],
  ['abcbc', 'a*bc*c', true],
  ['abc', 'a*bc*c', false],
  ['x(y', 'x(*', true],
])('%s is like %s: %s', (path, pattern, like) => {
  expect(isLike(path, pattern)).toBe(like);
});

test("a project's file is read, the nearest and those above it up to the repository", async () => {
  const root = await mkdtemp(join(tmpdir(), 'causeway-ignore-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const app = join(root, 'repo', 'app');
  for (const folder of ['.causeway', 'repo/.git', 'repo/.causeway', 'repo/app/.causeway'])
    await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, '.causeway/ignore.yaml'), 'crm: [outside]\n');
  await writeFile(join(root, 'repo/.causeway/ignore.yaml'), 'crm#contact:\n  - a\n');
  await writeFile(join(app, '.causeway/ignore.yaml'), '"*": [b]\n');
  const { signal } = new AbortController();
  expect(await readIgnoreFiles(app, signal)).toStrictEqual([{ '*': ['b'] }, { 'crm#contact': ['a'] }]);
  expect(await readIgnoreFiles(null, signal)).toStrictEqual([]);
  await writeFile(join(app, '.causeway/ignore.yaml'), 'crm: all\n');
  await expect(readIgnoreFiles(app, signal)).rejects.toMatchObject({ code: 'bad_ignore_list' });
  expect(parseIgnoreList(null, 'x')).toStrictEqual({});
});
