import { type ConnectResult, sayTests, testsProve } from '../../agent/index.ts';
import { code, escapeMrkdwn } from '../text/escape.ts';
import type { BlockMessage } from './block-message.ts';
import { header, listSection, section } from './parts.ts';

type PullRequest = NonNullable<ConnectResult['pullRequest']>;
const headlines = {
  github: 'Pull request opened',
  local: 'Branch ready for review',
  'dry-run': 'Dry run: nothing was pushed',
} as const;

/** Where the result is, what it holds, and what its tests said. */
export function pullRequestMessage(
  pullRequest: PullRequest,
  tests: ConnectResult['tests'],
  open: number,
): BlockMessage {
  const { branch, base, bodyFile, title, files, kind } = pullRequest;
  const address = link(pullRequest.url, title);
  const mark = testsProve(tests) ? ':white_check_mark:' : ':x:';
  const lines = [
    `*${address ?? escapeMrkdwn(title)}*`,
    `Branch ${code(branch, 200)} onto ${code(base)}`,
    `${mark} Tests: ${sayTests(tests)}`,
    ...(bodyFile === null ? [] : [`Description: ${code(bodyFile, 400)}`]),
    ...(open === 0 ? [] : [`:grey_question: ${open} open ${open === 1 ? 'question' : 'questions'} in it`]),
  ];
  return {
    text: escapeMrkdwn(`${headlines[kind]}: ${title}`),
    blocks: [
      header(headlines[kind]),
      section(...lines),
      ...listSection(
        `${files.length} ${files.length === 1 ? 'file' : 'files'}`,
        files.map((file) => code(file, 200)),
        'on the branch',
      ),
    ],
  };
}

/** A web address as a link; null for anything else. */
function link(url: string | null, label: string): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const safe = href
    .replaceAll('&', '&amp;')
    .replaceAll('|', '%7C')
    .replaceAll('>', '%3E')
    .replaceAll('<', '%3C');
  return `<${safe}|${escapeMrkdwn(label).replaceAll('|', '¦')}>`;
}
