import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { OutsideError, readConfig } from '../tools/core/index.ts';
import {
  bot,
  botToken,
  clickBody,
  commandBody,
  deliver,
  emulatedSlack,
  eventBody,
  type Posted,
  person,
  signingSecret,
} from './__fixtures__/emulated-slack.ts';
import { changedId, mappingId, scriptedAgent } from './__fixtures__/scripted-agent.ts';
import { type SlackServer, serveSlack } from './app.ts';

let slack: Awaited<ReturnType<typeof emulatedSlack>>;
let script: ReturnType<typeof scriptedAgent>;
let server: SlackServer;
let address: string;

beforeAll(async () => {
  slack = await emulatedSlack();
});
afterAll(() => slack.close());
beforeEach(async () => {
  script = scriptedAgent(
    readConfig({
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
    }),
  );
  server = await serveSlack(script.agent, { port: 0, interval: 0 });
  address = server.address ?? '';
});
afterEach(() => server.close());

/** The person mentions the bot; answers the thread's ts. */
async function mention(text: string, id?: string): Promise<string> {
  const ts = await slack.write(`<@${bot}> ${text}`);
  const event = {
    type: 'app_mention',
    user: person,
    text: `<@${bot}> ${text}`,
    ts,
    channel: slack.channel,
    event_ts: ts,
  };
  expect((await deliver(address, eventBody(event, id))).status).toBe(200);
  return ts;
}

/** Waits until the thread has this many answers. */
function answers(ts: string, count: number, channel?: string): Promise<Posted[]> {
  return vi.waitFor(
    async () => {
      const found = await slack.replies(ts, channel);
      expect(found.map((one) => one.text)).toHaveLength(count);
      return found;
    },
    { timeout: 20_000, interval: 30 },
  );
}

/** Presses a button of the review, the thread's second answer. */
async function press(thread: string, action: string, user?: string): Promise<void> {
  const review = (await answers(thread, 2))[1];
  if (review === undefined) throw new Error('no review');
  expect((await deliver(address, clickBody(slack.channel, review, action, user))).status).toBe(200);
}

const texts = (messages: readonly Posted[]) => messages.map((message) => message.text);
const lastBlock = (message: Posted | undefined) => JSON.stringify(message?.blocks?.at(-1));

describe('a mention', () => {
  it('shows the steps, then the mapping for review, then the pull request', async () => {
    const thread = await mention('connect HubSpot contacts to NetSuite in acme/crm');
    const [steps, review] = await answers(thread, 2);
    expect(script.calls.connect).toEqual([
      { sentence: 'connect HubSpot contacts to NetSuite', repo: 'acme/crm', approval: 'ask' },
    ]);
    expect(steps?.blocks).toEqual([
      { type: 'header', text: { type: 'plain_text', text: 'Mapping proposed', emoji: true } },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '> connect HubSpot contacts to NetSuite', verbatim: true },
      },
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: ':white_check_mark: Read the API description `source` _0.3 s_ – HubSpot &lt;CRM&gt; &amp; co\n:white_check_mark: Propose a mapping _0.3 s_ – 3 rows',
          verbatim: true,
        },
      },
    ]);
    expect(review?.text).toBe(
      'Mapping hubspot contact → netsuite customer: 2 sure, 1 to check, 1 required without a source',
    );

    await press(thread, 'causeway_approve');
    const all = await answers(thread, 4);
    expect(script.calls.approve).toEqual([{ run: 'run_1', mapping: mappingId }]);
    expect(lastBlock(all[1])).toContain(`Approved by <@${person}>`);
    expect(texts(all)).toEqual([
      'Mapping proposed: Propose a mapping',
      review?.text,
      'Connector built: Open the pull request',
      'Pull request opened: Connect HubSpot contact to NetSuite customer',
    ]);
  });

  it('is answered once however often Slack delivers it', async () => {
    const ts = await mention('connect HubSpot contacts to NetSuite', 'EvTwice');
    const event = {
      type: 'app_mention',
      user: person,
      text: 'connect HubSpot contacts to NetSuite',
      ts,
      channel: slack.channel,
      event_ts: ts,
    };
    const retry = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
    expect((await deliver(address, eventBody(event, 'EvTwice'), retry)).status).toBe(200);
    await answers(ts, 2);
    await server.close();
    expect(script.calls.connect).toHaveLength(1);
    server = await serveSlack(script.agent, { port: 0 });
  });

  it('is taken as new when only its retry arrives', async () => {
    const ts = await slack.write('x');
    const event = {
      type: 'app_mention',
      user: person,
      text: 'help',
      ts,
      channel: slack.channel,
      event_ts: ts,
    };
    await deliver(address, eventBody(event), {
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_error',
    });
    expect(texts(await answers(ts, 1))).toEqual([
      'Ask me to connect two systems: connect HubSpot contacts to NetSuite',
    ]);
  });

  it('that asks for nothing known gets the usage', async () => {
    expect(texts(await answers(await mention('what is the weather?'), 1))).toEqual([
      'Ask me to connect two systems: connect HubSpot contacts to NetSuite',
    ]);
  });

  it('that fails gets one message without secrets', async () => {
    const [failed] = await answers(await mention('connect &lt;Martian&gt; things to NetSuite'), 1);
    expect(failed?.blocks).toEqual([
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: ':x: `unknown_system` "connect &lt;Martian&gt; things to NetSuite" does not name a system, token [secret]',
          verbatim: true,
        },
      },
      {
        type: 'context',
        elements: [{ type: 'mrkdwn', text: 'Name one of these &lt;systems&gt;', verbatim: true }],
      },
    ]);
  });

  it('that meets a bug gets no detail of it', async () => {
    const found = await answers(await mention('connect broken to NetSuite'), 1);
    expect(texts(found)).toEqual(['bug: Something went wrong inside Causeway']);
    expect(JSON.stringify(found)).not.toContain('secret detail');
  });

  it('by another bot is left alone', async () => {
    const ts = await slack.write('bot talk');
    const event = {
      type: 'app_mention',
      user: 'UOTHER',
      bot_id: 'B999',
      text: 'connect a to b',
      ts,
      channel: slack.channel,
      event_ts: ts,
    };
    await deliver(address, eventBody(event));
    await deliver(address, eventBody({ ...event, bot_id: 'B111', user: bot }));
    await answers(await mention('help'), 1);
    expect([script.calls.connect, await slack.replies(ts)]).toEqual([[], []]);
  });
});

describe('a review', () => {
  it('approved by two people at once opens one pull request', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    script.hold = promise;
    const thread = await mention('connect HubSpot contacts to NetSuite');
    const review = (await answers(thread, 2))[1];
    if (review === undefined) throw new Error('no review');
    const clicks = [person, 'UBOB'].map((user) =>
      deliver(address, clickBody(slack.channel, review, 'causeway_approve', user)),
    );
    expect((await Promise.all(clicks)).map((answer) => answer.status)).toEqual([200, 200]);
    resolve();
    const all = await answers(thread, 4);
    // A third click, from a window that still shows the buttons.
    await deliver(address, clickBody(slack.channel, review, 'causeway_approve', person));
    await vi.waitFor(async () => expect(await slack.page()).toContain('Already approved by'), 20_000);
    expect(script.calls.approve).toHaveLength(1);
    expect(texts(all).filter((text) => text.startsWith('Pull request opened'))).toHaveLength(1);
  });

  it('rejected ends the run without a pull request', async () => {
    const thread = await mention('connect HubSpot contacts to NetSuite');
    await press(thread, 'causeway_reject');
    await vi.waitFor(async () =>
      expect(lastBlock((await slack.replies(thread))[1])).toContain(`Rejected by <@${person}>`),
    );
    expect([script.calls.approve, script.runs.get('run_1')?.status]).toEqual([[], 'rejected']);
  });

  it('of a mapping that changed says so and shows the current one', async () => {
    const thread = await mention('connect HubSpot contacts to NetSuite');
    await answers(thread, 2);
    const run = script.runs.get('run_1');
    if (run?.result == null) throw new Error('no run');
    const changed = { ...run.result, mapping: { id: changedId, rows: 4, approved: 0, open: 2 } };
    script.runs.set('run_1', { ...run, result: changed });
    await press(thread, 'causeway_approve');
    const all = await answers(thread, 4);
    expect(lastBlock(all[1])).toContain('The mapping has changed since; this one was not approved');
    expect(lastBlock(all[2])).toContain(changedId);
    expect(all[3]?.text).toBe('mapping_changed: The approval names another mapping');
  });

  it('can be approved again after an outside failure', async () => {
    script.failures.push(new OutsideError('github_down', 'GitHub did not answer', 'Try again later'));
    const thread = await mention('connect HubSpot contacts to NetSuite');
    await press(thread, 'causeway_approve');
    const failed = await answers(thread, 3);
    expect(failed[2]?.text).toBe('github_down: GitHub did not answer');
    const review = failed[1];
    if (review === undefined) throw new Error('no review');
    await deliver(address, clickBody(slack.channel, review, 'causeway_approve'));
    expect(texts(await answers(thread, 5)).at(-1)).toMatch(/^Pull request opened/);
  });
});

describe('a direct message', () => {
  it('is answered in its thread, edits are not', async () => {
    const channel = await slack.direct();
    const ts = await slack.write('please connect HubSpot contacts to NetSuite', channel);
    const event = {
      type: 'message',
      channel_type: 'im',
      user: person,
      text: 'please connect HubSpot contacts to NetSuite',
      ts,
      channel,
      event_ts: ts,
    };
    await deliver(
      address,
      eventBody({ ...event, subtype: 'message_changed', message: event, previous_message: event }),
    );
    await deliver(address, eventBody(event));
    await answers(ts, 2, channel);
    expect(script.calls.connect).toHaveLength(1);
  });

  it('in a channel is none', async () => {
    const ts = await slack.write('connect HubSpot contacts to NetSuite');
    const event = {
      type: 'message',
      channel_type: 'channel',
      user: person,
      text: 'connect HubSpot contacts to NetSuite',
      ts,
      channel: slack.channel,
      event_ts: ts,
    };
    await deliver(address, eventBody(event));
    await answers(await mention('help'), 1);
    expect(script.calls.connect).toEqual([]);
  });
});

describe('the slash command', () => {
  const told: unknown[] = [];
  const responses = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += String(part);
    });
    request.on('end', () => {
      told.push(JSON.parse(body));
      response.end('ok');
    });
  });
  let responseUrl = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => responses.listen(0, '127.0.0.1', resolve));
    responseUrl = `http://127.0.0.1:${(responses.address() as AddressInfo).port}/`;
  });
  afterAll(() => responses.close());
  beforeEach(() => {
    told.length = 0;
  });
  const command = (text: string, channel = slack.channel) =>
    deliver(address, commandBody({ channel, text, responseUrl }));

  it('says who asked, and runs in that message’s thread', async () => {
    expect((await command('connect HubSpot contacts to NetSuite <!channel>')).status).toBe(200);
    const root = await vi.waitFor(async () => {
      const found = (await slack.history()).find((message) => message.text.includes('asked'));
      if (found === undefined) throw new Error('not yet');
      return found;
    });
    expect(root.text).toBe(`<@${person}> asked: connect HubSpot contacts to NetSuite`);
    await answers(root.ts, 2);
  });

  it('tells the usage to the asker only', async () => {
    const before = (await slack.history()).length;
    await command('help');
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told).toMatchObject([{ response_type: 'ephemeral', text: expect.stringContaining('Ask me') }]);
    expect(await slack.history()).toHaveLength(before);
  });

  it('says how to invite the bot where it may not post', async () => {
    await command('connect HubSpot contacts to NetSuite', 'C0NOWHERE');
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told).toMatchObject([{ text: expect.stringMatching(/^not_in_channel: /) }]);
    expect(script.calls.connect).toEqual([]);
  });
});

describe('the server', () => {
  it('answers /health and refuses what Slack did not sign', async () => {
    const body = eventBody({
      type: 'app_mention',
      user: person,
      text: 'connect a to b',
      ts: '1.1',
      channel: slack.channel,
    });
    const statuses = await Promise.all([
      fetch(`${address}/health`),
      deliver(address, body, { 'x-slack-signature': `v0=${'0'.repeat(64)}` }),
      deliver(address, body, { 'x-slack-request-timestamp': '1600000000' }),
      fetch(`${address}/slack/events`, { method: 'POST', body }),
      fetch(`${address}/elsewhere`),
    ]);
    expect(statuses.map((answer) => answer.status)).toEqual([200, 401, 401, 401, 404]);
    expect(script.calls.connect).toEqual([]);
  });

  it('names what is missing at start, and a port that is taken', async () => {
    const start = (env: Record<string, string>) =>
      serveSlack(scriptedAgent(readConfig(env)).agent, { port: 0 }).catch((error: unknown) => error);
    expect([await start({}), await start({ SLACK_BOT_TOKEN: botToken })]).toMatchObject([
      {
        code: 'slack_not_configured',
        message: 'Slack needs SLACK_BOT_TOKEN, and SLACK_APP_TOKEN or SLACK_SIGNING_SECRET',
      },
      { code: 'slack_not_configured', message: 'Slack needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET' },
    ]);
    const taken = serveSlack(script.agent, { port: Number(new URL(address).port) });
    await expect(taken).rejects.toMatchObject({ code: 'port_in_use', kind: 'request' });
  });
});
