import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { Agent } from '../agent/index.ts';
import { createLog, readConfig } from '../tools/core/index.ts';
import {
  bot,
  botToken,
  clickBody,
  deliver,
  emulatedSlack,
  eventBody,
  type Posted,
  person,
  signingSecret,
} from './__fixtures__/emulated-slack.ts';
import { serveSlack } from './app.ts';

let slack: Awaited<ReturnType<typeof emulatedSlack>>;
let folder: string;
let repo: string;

const git = (...words: string[]) => execFileSync('git', ['-C', repo, ...words], { encoding: 'utf8' }).trim();

beforeAll(async () => {
  slack = await emulatedSlack();
  folder = mkdtempSync(join(tmpdir(), 'causeway-slack-'));
  repo = join(folder, 'repo');
  execFileSync('git', ['init', '-q', '-b', 'main', repo]);
  writeFileSync(join(repo, 'README.md'), '# Ours\n');
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '-q', '-m', 'Start');
});
afterAll(async () => {
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a failed test left open. */
const running = new Set<() => Promise<void>>();
afterEach(async () => {
  for (const close of running) await close();
});

/** The whole program, as `causeway slack` starts it. */
async function start() {
  const config = readConfig({
    CAUSEWAY_HOME: join(folder, 'home'),
    CAUSEWAY_MUTANTS: '0',
    CAUSEWAY_REPO: repo,
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
  });
  const agent = await Agent.open(config, createLog(false));
  const server = await serveSlack(agent, { port: 0, interval: 20 });
  const close = async () => {
    running.delete(close);
    await server.close();
    await agent.close();
  };
  running.add(close);
  return { address: server.address ?? '', close };
}

async function mention(address: string, text: string): Promise<string> {
  const ts = await slack.write(`<@${bot}> ${text}`);
  const event = {
    type: 'app_mention',
    user: person,
    text: `<@${bot}> ${text}`,
    ts,
    channel: slack.channel,
    event_ts: ts,
  };
  await deliver(address, eventBody(event));
  return ts;
}

/** Waits for an answer in the thread whose text fits, and answers it. */
function answer(thread: string, fits: RegExp): Promise<Posted> {
  return vi.waitFor(
    async () => {
      const all = await slack.replies(thread);
      const found = all.find((message) => fits.test(message.text));
      if (found === undefined) throw new Error(`No ${fits} in ${JSON.stringify(all.map((one) => one.text))}`);
      return found;
    },
    { timeout: 50_000, interval: 50 },
  );
}

it('a sentence becomes one branch in the repository, though the bot is started anew before the yes', async () => {
  const first = await start();
  const thread = await mention(first.address, 'connect HubSpot contacts to NetSuite');
  const review = await answer(thread, /^Mapping hubspot contact → netsuite \w+: \d+ sure/);
  expect(JSON.stringify(review.blocks)).toContain('`properties.email` → `email`');
  expect(git('branch', '--format=%(refname:short)')).toBe('main');
  await first.close();

  const second = await start();
  const press = () => deliver(second.address, clickBody(slack.channel, review, 'causeway_approve'));
  await Promise.all([press(), press()]);
  const said = await answer(thread, /^Branch ready for review/);
  await second.close();

  const branches = git('branch', '--format=%(refname:short)').split('\n');
  const [branch = ''] = branches.filter((name) => name !== 'main');
  const text = JSON.stringify(said.blocks);
  expect(branches).toHaveLength(2);
  expect(git('rev-list', '--count', `main..${branch}`)).toBe('1');
  expect(git('diff', '--name-only', `main...${branch}`)).toMatch(/^integrations\/\S+\/mapping\.yaml$/m);
  expect(git('status', '--porcelain')).toBe('');
  expect(text).toContain(`Branch \`${branch}\` onto \`main\``);
  expect(text).toMatch(/:white_check_mark: Tests: [1-9]\d* passed, 0 failed/);
  const bodyFile = /Description: `([^`]+)`/.exec(text)?.[1] ?? '';
  expect(readFileSync(bodyFile, 'utf8')).toContain('| ');
  const replies = await slack.replies(thread);
  expect(replies.map((message) => message.text.replace(/[:,].*/s, ''))).toEqual([
    'Mapping proposed',
    expect.stringContaining('Mapping hubspot'),
    'Connector built',
    'Branch ready for review',
  ]);
  expect(JSON.stringify(replies[1]?.blocks?.at(-1))).toContain(`Approved by <@${person}>`);
}, 180_000);

it('an unknown system is one message that lists what is known', async () => {
  const server = await start();
  const thread = await mention(server.address, 'connect Frobnicator things to NetSuite');
  const failed = await answer(thread, /^unknown_system: /);
  await server.close();
  expect(failed.text).toContain('HubSpot');
  expect(await slack.replies(thread)).toHaveLength(1);
});

it('a repository that is not on the allow-list is refused before the work', async () => {
  const server = await start();
  const thread = await mention(server.address, 'connect HubSpot contacts to NetSuite in acme/secret');
  await answer(thread, /^repo_not_allowed: /);
  await server.close();
});
