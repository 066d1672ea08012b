import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { Connector, Mapping } from '../model/index.ts';
import { pairInput, pairNames } from './__fixtures__/pairs.ts';
import { runProgram } from './__fixtures__/run.ts';
import { writeConnector } from './__fixtures__/write-connector.ts';
import { generate, generateConnector } from './index.ts';

test.each(pairNames)('%s: the strictest tsc passes, and no rule is switched off', async (name) => {
  const connector = await generateConnector(await pairInput(name));
  expect(connector.name).toBe(name);
  expect(Connector.parse(connector)).toStrictEqual(connector);
  const folder = await writeConnector(connector);
  expect(await runProgram('tsc', ['--noEmit'], { cwd: folder })).toStrictEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  const source = connector.files.filter(({ path }) => path.endsWith('.ts')).map(({ content }) => content);
  expect(source.join('\n')).not.toMatch(
    /\bany\b[^.,;]*=|as any|: any\b|@ts-|[\w)\]]!(?:\.|;|\))|eslint-|biome-|console\./,
  );
});

test('its own tests pass under vitest', async () => {
  const connector = await generateConnector(await pairInput('zendesk-user-to-stripe-customer'));
  const folder = await writeConnector(connector);
  const { code, stdout } = await runProgram('vitest', ['run', '--reporter=dot'], { cwd: folder });
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/Tests {2}(\d+) passed \(\1\)/),
  });
});

test('the same inputs give the same bytes', async () => {
  const [first, second] = await Promise.all(
    [1, 2].map(async () => generateConnector(await pairInput('stripe-customer-to-hubspot-contact'))),
  );
  expect(first).toStrictEqual(second);
});

test('mapping.yaml is the mapping, rows in the order of the target', async () => {
  const input = await pairInput('hubspot-contact-to-netsuite-contact');
  const reversed = { ...input, mapping: { ...input.mapping, rows: input.mapping.rows.toReversed() } };
  const { files } = await generateConnector(reversed);
  const yaml = load(files.find(({ path }) => path === 'mapping.yaml')?.content ?? '');
  const order = input.target.fields.map(({ path }) => path);
  const rows = input.mapping.rows.toSorted((a, b) => order.indexOf(a.target) - order.indexOf(b.target));
  expect(yaml).toStrictEqual({ id: input.mappingId, ...input.mapping, rows });
  expect(Object.keys(yaml as object)).toStrictEqual(['id', ...Object.keys(Mapping.shape)]);
});

test('only what was decided becomes code', async () => {
  const input = await pairInput('shopify-customer-to-salesforce-contact');
  const rows = input.mapping.rows.map((row) =>
    row.target === 'Phone' ? { ...row, status: 'proposed' as const } : row,
  );
  const { connector } = await generate({ ...input, mapping: { ...input.mapping, rows } });
  const text = (path: string) => connector.files.find((file) => file.path === path)?.content ?? '';
  expect(text('src/transform.ts')).not.toContain('Phone');
  expect(text('src/schema.ts')).not.toContain('Phone');
  expect(text('README.md')).toContain('`Phone` from `phone`? Nobody has decided');
});

test('a file appears only where it is used', async () => {
  const names = async (name: (typeof pairNames)[number]) =>
    new Set((await generateConnector(await pairInput(name))).files.map(({ path }) => path));
  const hubspot = await names('hubspot-contact-to-netsuite-contact');
  const shopify = await names('shopify-customer-to-salesforce-contact');
  const has = (files: ReadonlySet<string>) =>
    [
      'form',
      'link-header',
      'location',
      'auth/oauth1-tba',
      'auth/oauth2-client-credentials',
      'auth/basic',
    ].filter((file) => files.has(`src/${file}.ts`));
  expect([has(hubspot), has(shopify)]).toStrictEqual([
    ['location', 'auth/oauth1-tba'],
    ['link-header', 'auth/oauth2-client-credentials'],
  ]);
});

test('the generated package asks for what this repository is tested with', async () => {
  const { files } = await generateConnector(await pairInput('zendesk-user-to-stripe-customer'));
  const generated: unknown = JSON.parse(files.find(({ path }) => path === 'package.json')?.content ?? '');
  const own: unknown = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  const { zod } = (own as { dependencies: Record<string, string> }).dependencies;
  const { vitest, typescript } = (own as { devDependencies: Record<string, string> }).devDependencies;
  expect(generated).toMatchObject({
    private: true,
    dependencies: { zod },
    devDependencies: { vitest: `^${vitest}`, typescript: `^${typescript}` },
  });
});
