import { expect, test } from 'vitest';
import { testContext } from '../core/__fixtures__/test-context.ts';
import { callTool } from '../core/index.ts';
import type { Mapping } from '../model/index.ts';
import { pairInput } from './__fixtures__/pairs.ts';
import { generateCode } from './index.ts';
import type { PlanInput } from './plan/make-plan.ts';

/** A context that holds the input's artifacts, and the mapping's id in it. */
async function stored(
  { mapping, source, target }: PlanInput,
  change: (mapping: Mapping) => Mapping = (same) => same,
) {
  const context = testContext();
  const schemas = {
    source: await context.artifacts.put('schema', source),
    target: await context.artifacts.put('schema', target),
  };
  const linked: Mapping = {
    ...mapping,
    source: { ...mapping.source, schema: schemas.source },
    target: { ...mapping.target, schema: schemas.target },
  };
  return { context, id: await context.artifacts.put('mapping', change(linked)) };
}

test('answers the connector, its files and the calls it makes', async () => {
  const { context, id } = await stored(await pairInput('shopify-customer-to-salesforce-contact'));
  const result = await callTool(generateCode, { mapping: id }, context);
  if (!result.ok) throw result.error;
  const connector = await context.artifacts.get('connector', result.output.connector);
  expect(result.output).toStrictEqual({
    connector: expect.stringMatching(/^connector_[0-9a-f]{24}$/),
    name: 'shopify-customer-to-salesforce-contact',
    files: connector.files.map(({ path }) => path),
    operations: [
      'listCustomers',
      'listChangedCustomers',
      'getCustomer',
      'searchContacts',
      'createContact',
      'updateContact',
    ],
    warnings: [],
  });
  expect(connector.mapping).toBe(id);
  expect(result.output.files).toEqual(
    expect.arrayContaining([
      'package.json',
      'mapping.yaml',
      'README.md',
      'RUNBOOK.md',
      '.env.example',
      'deploy/Dockerfile',
      'src/main.ts',
      'test/sync.test.ts',
    ]),
  );
});

const withoutLastName = (mapping: Mapping): Mapping => ({
  ...mapping,
  rows: mapping.rows.filter((row) => row.target !== 'LastName'),
  unmappedRequired: [
    { target: 'LastName', why: 'nothing is near enough', candidates: ['last_name', 'note'] },
  ],
});

test('a required field without a source is refused with its candidates', async () => {
  const { context, id } = await stored(
    await pairInput('shopify-customer-to-salesforce-contact'),
    withoutLastName,
  );
  expect(await callTool(generateCode, { mapping: id }, context)).toMatchObject({
    ok: false,
    error: {
      kind: 'refused',
      code: 'required_unmapped',
      message:
        'salesforce contact cannot be created without LastName (nothing is near enough; could come from last_name, note)',
    },
  });
});

test('a required field whose row nobody approved is refused as well', async () => {
  const { context, id } = await stored(
    await pairInput('shopify-customer-to-salesforce-contact'),
    (mapping) => ({
      ...mapping,
      rows: mapping.rows.map((row) => (row.target === 'LastName' ? { ...row, status: 'rejected' } : row)),
    }),
  );
  expect(await callTool(generateCode, { mapping: id }, context)).toMatchObject({
    ok: false,
    error: {
      code: 'required_unmapped',
      message: expect.stringContaining('LastName (its row is rejected; could come from last_name)'),
    },
  });
});

test('with acceptOpen it is listed in the README', async () => {
  const { context, id } = await stored(
    await pairInput('shopify-customer-to-salesforce-contact'),
    withoutLastName,
  );
  const result = await callTool(generateCode, { mapping: id, acceptOpen: true }, context);
  if (!result.ok) throw result.error;
  const { files } = await context.artifacts.get('connector', result.output.connector);
  expect(files.find(({ path }) => path === 'README.md')?.content).toContain(
    '- [ ] **`LastName` is required** and has no source: nothing is near enough. Candidates: `last_name`, `note`.',
  );
});

test('a mapping without a decided row is refused', async () => {
  const { context, id } = await stored(await pairInput('zendesk-user-to-stripe-customer'), (mapping) => ({
    ...mapping,
    rows: mapping.rows.map((row) => ({ ...row, status: 'proposed' })),
  }));
  expect(await callTool(generateCode, { mapping: id, acceptOpen: true }, context)).toMatchObject({
    ok: false,
    error: { kind: 'refused', code: 'nothing_approved' },
  });
});

test('a record type that cannot be written is refused', async () => {
  const input = await pairInput('zendesk-user-to-stripe-customer');
  const { create: _, ...operations } = input.target.operations;
  const { context, id } = await stored({ ...input, target: { ...input.target, operations } });
  expect(await callTool(generateCode, { mapping: id }, context)).toMatchObject({
    ok: false,
    error: { kind: 'refused', code: 'unwritable_record_type' },
  });
});
