import { expect, it, vi } from 'vitest';
import { readConfig } from '../tools/core/index.ts';
import { scriptedAgent } from './__fixtures__/scripted-agent.ts';
import { socketModeSlack } from './__fixtures__/socket-mode-slack.ts';
import { serveSlack } from './app.ts';

const agentAt = (apiUrl: string) =>
  scriptedAgent(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: apiUrl }));

it('takes events over a socket when there is an app token, and listens on no port', async () => {
  const slack = await socketModeSlack();
  const script = agentAt(slack.apiUrl);
  const server = await serveSlack(script.agent, { port: 0, interval: 0 });
  try {
    const event = {
      type: 'app_mention',
      user: 'U1',
      text: '<@UBOT1> connect a to b',
      ts: '1.1',
      channel: 'C1',
    };
    const payload = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event };
    slack.send({ type: 'events_api', envelope_id: 'e1', payload, accepts_response_payload: false });
    const posts = await vi.waitFor(() => {
      const found = slack.calls.filter((call) => call.method === 'chat.postMessage');
      expect(found).toHaveLength(2);
      return found;
    });
    expect([
      server.address,
      slack.acks,
      posts.map((call) => [call.form['channel'], call.form['thread_ts']]),
      script.calls.connect,
    ]).toEqual([
      null,
      [{ envelope_id: 'e1', payload: {} }],
      [
        ['C1', '1.1'],
        ['C1', '1.1'],
      ],
      [{ sentence: 'connect a to b', repo: null, approval: 'ask' }],
    ]);
  } finally {
    await server.close();
    await slack.close();
  }
});

it('says what to check when Slack refuses the tokens', async () => {
  const slack = await socketModeSlack('invalid_auth');
  try {
    await expect(serveSlack(agentAt(slack.apiUrl).agent, { port: 0 })).rejects.toMatchObject({
      code: 'slack_auth',
      message: 'Slack refused the app: invalid_auth',
    });
  } finally {
    await slack.close();
  }
});
