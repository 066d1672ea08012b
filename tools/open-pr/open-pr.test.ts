import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { callTool } from '../core/index.ts';
import { branch, paths, proposalInput, testContext } from './__fixtures__/proposal-input.ts';
import { openPr } from './index.ts';

const dryRun = { kind: 'dry-run' };

test('a dry run says everything and writes nothing', async () => {
  const context = testContext();
  const result = await callTool(openPr, await proposalInput(context, dryRun), context);
  expect(result).toMatchObject({
    ok: true,
    output: {
      kind: 'dry-run',
      branch,
      base: 'main',
      commit: null,
      title: 'Connect HubSpot contact to NetSuite contact',
      body: expect.stringContaining('## Mapping'),
      url: null,
      bodyFile: null,
      files: paths,
      pr: expect.stringMatching(/^pr_[0-9a-f]{24}$/),
    },
  });
  expect(existsSync(`${context.config.home}/pull-requests`)).toBe(false);
  expect(await callTool(openPr, await proposalInput(context, dryRun), context)).toMatchObject({
    output: result.ok ? result.output : {},
  });
});

test.each<[Record<string, unknown>, string]>([
  [{ folder: '.github/workflows' }, 'protected_path'],
  [{ folder: '../x' }, 'bad_folder'],
  [{ mapping: `mapping_${'0'.repeat(24)}` }, 'mapping_changed'],
  [{ report: `report_${'0'.repeat(24)}` }, 'unknown_artifact'],
  [{ connector: 'x' }, 'wrong_artifact'],
  [{ destination: { kind: 'github', repo: '../x' } }, 'bad_argument'],
  [{ destination: { kind: 'github', repo: 'octo/..' } }, 'bad_argument'],
  [{ destination: { kind: 'github', repo: 'octo/a/b' } }, 'bad_argument'],
  [{ destination: { kind: 'github', repo: 'octo/.github' } }, 'repo_not_allowed'],
  [{ destination: { kind: 'ftp' } }, 'bad_argument'],
])('%j is refused: %s', async (wrong, code) => {
  const context = testContext();
  const input = { ...(await proposalInput(context, dryRun)), ...wrong };
  expect(await callTool(openPr, input, context)).toMatchObject({ ok: false, error: { code } });
});

test('a report of another connector and a connector without files are refused', async () => {
  const context = testContext();
  const input = await proposalInput(context, dryRun);
  const other = await proposalInput(context, dryRun, [{ path: 'mapping.yaml', content: 'other\n' }]);
  expect(await callTool(openPr, { ...input, report: other.report }, context)).toMatchObject({
    error: { code: 'report_of_another_connector' },
  });
  const empty = await proposalInput(context, dryRun, []);
  expect(await callTool(openPr, empty, context)).toMatchObject({ error: { code: 'empty_connector' } });
});
