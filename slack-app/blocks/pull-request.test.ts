import { expect, it } from 'vitest';
import { pullRequestMessage } from './pull-request.ts';

const local = {
  kind: 'local',
  branch: 'causeway/a-to-b',
  base: 'main',
  commit: 'c0ffee',
  title: 'Connect <A> to B',
  body: 'long',
  url: null,
  bodyFile: '/home/bot/pr/1.md',
  files: ['integrations/a/README.md'],
} as const;
const tests = { verdict: 'ok', passed: 12, failed: 0, skipped: 0, mutationScore: null };
const text = (content: string) => ({
  type: 'section',
  text: { type: 'mrkdwn', text: content, verbatim: true },
});

it('shows a local branch with the file of its description', () => {
  expect(pullRequestMessage({ ...local, files: [...local.files] }, tests, 0)).toEqual({
    text: 'Branch ready for review: Connect &lt;A&gt; to B',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Branch ready for review', emoji: true } },
      text(
        '*Connect &lt;A&gt; to B*\nBranch `causeway/a-to-b` onto `main`\n:white_check_mark: Tests: 12 passed, 0 failed, 0 skipped\nDescription: `/home/bot/pr/1.md`',
      ),
      text('*1 file*\n`integrations/a/README.md`'),
    ],
  });
});

it('links a pull request, and shows failed tests and open questions', () => {
  const url = 'https://github.com/acme/crm/pull/7?a=1&b=<x>|y';
  const github = { ...local, kind: 'github' as const, url, bodyFile: null, files: [] };
  expect(pullRequestMessage(github, { ...tests, failed: 2, skipped: 1 }, 1).blocks).toEqual([
    { type: 'header', text: { type: 'plain_text', text: 'Pull request opened', emoji: true } },
    text(
      '*<https://github.com/acme/crm/pull/7?a=1&amp;b=%3Cx%3E%7Cy|Connect &lt;A&gt; to B>*\nBranch `causeway/a-to-b` onto `main`\n:x: Tests: 12 passed, 2 failed, 1 skipped\n:grey_question: 1 open question in it',
    ),
  ]);
});

it('makes no link of an address that is none', () => {
  const odd = { ...local, url: 'javascript:alert(1)', files: [] };
  expect(JSON.stringify(pullRequestMessage(odd, tests, 0))).not.toContain('javascript');
});

it('counts the files it leaves out', () => {
  const files = Array.from({ length: 500 }, (_, index) => `integrations/a/src/file-${index}.ts`);
  const said = JSON.stringify(pullRequestMessage({ ...local, files }, tests, 0).blocks);
  const shown = said.match(/file-\d+/g)?.length ?? 0;
  expect(shown).toBeGreaterThan(50);
  expect(said).toContain(`…and ${500 - shown} more, on the branch`);
});
