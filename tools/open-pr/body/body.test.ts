import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { TestReport } from '../../model/index.ts';
import { branch, files, folder, mapping, name, row, source, target } from '../__fixtures__/proposal-input.ts';
import { pullRequestBody } from './body.ts';
import type { Facts } from './facts.ts';
import { pullRequestTitle } from './title.ts';

const report: TestReport = {
  connector: 'connector_1',
  verdict: 'ok',
  passed: 3,
  failed: 0,
  skipped: 1,
  mutationScore: null,
  strength: null,
  tests: [],
  error: null,
};
const facts: Facts = {
  request: 'connect HubSpot contacts to NetSuite',
  run: 'run_1',
  connector: { name, mapping: 'mapping_1', files },
  mapping,
  source,
  target,
  report,
  notes: ['NetSuite contact was chosen over customer: it fits better.'],
  branch,
  folder,
};

test('the body of the main job, as a reviewer sees it', async () => {
  const golden = fileURLToPath(new URL('../__fixtures__/body.md', import.meta.url));
  await expect(pullRequestBody(facts)).toMatchFileSnapshot(golden);
  expect(pullRequestTitle(facts)).toBe('Connect HubSpot contact to NetSuite contact');
});

test('failing tests, no tests, a sandbox that ended early', () => {
  const failed = {
    ...report,
    failed: 1,
    verdict: 'timeout' as const,
    mutationScore: 0.815,
    strength: {
      mapping: { tried: 7, killed: 7 },
      code: { found: 90, tried: 20, killed: 15 },
      survivors: [{ kind: 'code' as const, what: 'a | b → true', at: 'src/sync.ts:3' }],
    },
    error: { message: 'no answer', at: null },
    tests: [
      {
        file: 'test/a.test.ts',
        name: 'maps | email',
        status: 'failed' as const,
        ms: 1,
        error: { message: 'boom\nx', at: null },
      },
    ],
  };
  const body = pullRequestBody({ ...facts, report: failed });
  expect(body).toContain('**Its tests do not pass.**');
  expect(body).toContain('**3 passed, 1 failed, 1 skipped**');
  expect(body).toContain('(verdict: timeout)');
  expect(body).toContain(
    '**7 of 7** in the mapping, **15 of 20** (an even choice of 90) in the code, 81 % together.',
  );
  expect(body).toContain(
    '<summary>1 planted fault that no test noticed</summary>\n\n- `src/sync.ts:3`: a &#124; b → true\n',
  );
  expect(body).toContain('The run ended early: no answer');
  expect(body).toContain('- maps &#124; email (`test/a.test.ts`): boom x');
  expect(pullRequestBody({ ...facts, report: null })).toContain('The tests have **not** been run.');
});

test('a required field whose row is open or rejected is named at the top', () => {
  const required = { ...target, fields: target.fields.map((field) => ({ ...field, required: true })) };
  const rows = [
    row({ target: 'email', sources: ['properties.email'], status: 'rejected' }),
    row({ target: 'title', sources: ['properties.jobtitle'], status: 'proposed' }),
  ];
  const body = pullRequestBody({
    ...facts,
    target: required,
    mapping: { ...mapping, rows, unmappedRequired: [] },
  });
  expect(body.slice(0, body.indexOf('## How to review'))).toContain(
    [
      '> **4 required fields of the target without a source.** Expect the target to refuse records until this is settled.',
      '>',
      '> - `email` E-mail: its row was rejected. Candidates: `properties.email`',
    ]
      .join('\n')
      .replace(' E-mail', ''),
  );
});

test('nothing from outside is read as Markdown', () => {
  const evil =
    '</details> @octocat `x` | [a](http://evil.example) <!-- causeway:connection=other -->\n# Approved';
  const body = pullRequestBody({
    ...facts,
    request: evil,
    notes: [evil],
    mapping: {
      ...mapping,
      rows: [
        row({
          target: evil,
          sources: [evil],
          evidence: [{ signal: 'x', says: evil, for: true }],
          sample: { before: evil, after: evil },
        }),
      ],
      unusedSources: [evil],
    },
  });
  const outside = body.replaceAll(/`[^`\n]*`/g, '');
  expect(outside).not.toMatch(/@octocat|http:\/\/|^# Approved/m);
  expect(outside.match(/<!--.*-->/g)).toStrictEqual([`<!-- causeway:connection=${name} -->`]);
  expect(outside.match(/<\/details>/g)).toHaveLength(1);
  const line = body.split('\n').find((candidate) => candidate.startsWith('| <code>')) ?? '';
  expect(line.match(/\|/g)).toHaveLength(7);
});

test('a huge mapping is cut at the limit, says so, and keeps its end', () => {
  const rows = Array.from({ length: 3000 }, (_, at) =>
    row({ target: `field${at}`, sources: ['properties.email'] }),
  );
  const body = pullRequestBody({ ...facts, mapping: { ...mapping, rows } });
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(body.length).toBeGreaterThan(60_000);
  expect(body).toMatch(/… \d+ more, cut at GitHub's limit/);
  expect(body).toContain('**3 passed, 0 failed, 1 skipped**');
  expect(body.endsWith(`<!-- causeway:connection=${name} -->\n`)).toBe(true);
});

test('rules, conditions, a missing key with what comes nearest, and what is left alone', () => {
  const rows = [
    row({ target: 'email', sources: ['properties.email'], conflict: 'target' }),
    row({
      target: 'phone',
      sources: ['properties.phone'],
      when: { source: 'kind', is: 'equals', value: 'a|b' },
    }),
  ];
  const body = pullRequestBody({
    ...facts,
    mapping: {
      ...mapping,
      rows,
      matchKeys: [],
      matchKeyQuestion: {
        why: 'No row fills @ann',
        candidates: [{ source: 'a', target: 'b', confidence: 0.519 }],
      },
      conflictRule: 'newest',
      stamps: { source: 'updatedAt', target: 'lastModified' },
      suggestions: [{ target: 'phone', candidates: [{ source: '@ann|x', confidence: 0.27 }] }],
      ignore: { sources: [], targets: ['custentity_x'] },
    },
  });
  const wanted = [
    "as is; the target's value stays where it has one |",
    'as is; only when `kind` is <code>&#34;a&#124;b&#34;</code> |',
    'For rows that do not say otherwise: when both sides changed it, the newest stands, by `updatedAt` of the source and `lastModified` of the target.',
    '**Open question:** No row fills @\u200bann.\n\n- [ ] `a` = `b`? (51 %)',
    '<summary>Fields without a row that a source may feed (1)</summary>\n\n- [ ] `phone` from <code>&#64;ann&#124;x</code> (27 %)?\n\n</details>',
    '<details><summary>Left alone on purpose</summary>\n\nOf the target: `custentity_x`\n\n</details>',
  ];
  expect(wanted.filter((words) => !body.includes(words))).toStrictEqual([]);
});
