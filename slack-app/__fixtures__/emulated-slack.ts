import { createHmac, randomUUID } from 'node:crypto';
import { createEmulator } from 'emulate';
import { z } from 'zod';
import manifest from '../manifest.json' with { type: 'json' };

export const botToken = 'xoxb-bot-1';
export const signingSecret = 'signing-secret-1';
const userToken = 'xoxp-person-1';
/** The emulator's first user. */
export const person = 'U000000001';
export const bot = 'UBOT1';

const Posted = z.object({
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  thread_ts: z.string().optional(),
  blocks: z.array(z.record(z.string(), z.unknown())).optional(),
});
export type Posted = z.infer<typeof Posted>;

/** Slack's Web API by an emulator, whose token has the manifest's scopes and no more, and a person who can write. */
export async function emulatedSlack() {
  const oauth = { client_id: 'client', app_id: 'A1', bot_id: 'B111', bot_user_id: bot };
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        strict_scopes: true,
        channels: [{ name: 'integrations' }],
        oauth_apps: [
          {
            ...oauth,
            client_secret: 's',
            name: 'causeway',
            redirect_uris: [],
            scopes: manifest.oauth_config.scopes.bot,
            bot_name: 'causeway',
          },
        ],
        tokens: [
          { ...oauth, token: botToken, type: 'bot', user_id: bot, scopes: manifest.oauth_config.scopes.bot },
          {
            token: userToken,
            type: 'user',
            scopes: ['chat:write', 'channels:read', 'channels:history', 'im:write', 'im:history', 'im:read'],
          },
        ],
      },
    },
  });
  const call = async (method: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${userToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const json = z.looseObject({ ok: z.boolean() }).parse(await answer.json());
    if (!json.ok) throw new Error(`${method}: ${JSON.stringify(json)}`);
    return json;
  };
  const { channels } = z
    .object({ channels: z.array(z.object({ id: z.string(), name: z.string() })) })
    .parse(await call('conversations.list', {}));
  const channel = channels.find((one) => one.name === 'integrations')?.id ?? '';
  const messages = z.object({ messages: z.array(Posted) });
  return {
    apiUrl: `${emulator.url}/api/`,
    channel,
    /** Id of the direct conversation between the person and the bot. */
    async direct(): Promise<string> {
      const opened = await call('conversations.open', { users: bot });
      return z.object({ channel: z.object({ id: z.string() }) }).parse(opened).channel.id;
    },
    /** The person writes; answers the message's ts. */
    async write(text: string, to = channel): Promise<string> {
      return z.object({ ts: z.string() }).parse(await call('chat.postMessage', { channel: to, text })).ts;
    },
    async replies(ts: string, of = channel): Promise<Posted[]> {
      const all = messages.parse(await call('conversations.replies', { channel: of, ts })).messages;
      return all.filter((message) => message.ts !== ts);
    },
    async history(): Promise<Posted[]> {
      return messages.parse(await call('conversations.history', { channel })).messages;
    },
    /** The emulator's own page of the channel: the only place that shows ephemeral messages. */
    async page(): Promise<string> {
      return (await fetch(`${emulator.url}/?channel=${channel}`)).text();
    },
    close: () => emulator.close(),
  };
}

/** Posts to the app as Slack does, signed; `headers` may spoil or add to it. */
export async function deliver(
  address: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return fetch(`${address}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
    body,
  });
}

/** An Events API envelope, shaped as Slack documents it. */
export function eventBody(event: object, id = `Ev${randomUUID()}`): string {
  return JSON.stringify({
    token: 'unused',
    team_id: 'T000000001',
    api_app_id: 'A1',
    event,
    type: 'event_callback',
    event_id: id,
    event_time: 1_700_000_000,
    authorizations: [
      { enterprise_id: null, team_id: 'T000000001', user_id: bot, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  });
}

/** A slash command's form. */
export function commandBody(fields: { channel: string; text: string; responseUrl: string }): string {
  return new URLSearchParams({
    token: 'unused',
    team_id: 'T000000001',
    team_domain: 'emulate',
    channel_id: fields.channel,
    channel_name: 'integrations',
    user_id: person,
    user_name: 'admin',
    command: '/causeway',
    text: fields.text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: fields.responseUrl,
    trigger_id: '1.2.3',
  }).toString();
}

const Button = z.object({ action_id: z.string(), value: z.string() });

/** The form of a click on a button that a posted message really carries. */
export function clickBody(channel: string, message: Posted, action: string, user = person): string {
  const buttons = (message.blocks ?? []).flatMap((block) =>
    Array.isArray(block['elements']) ? block['elements'] : [],
  );
  const pressed = buttons
    .map((button) => Button.safeParse(button).data)
    .find((one) => one?.action_id === action);
  if (pressed === undefined) throw new Error(`The message has no ${action}: ${JSON.stringify(message)}`);
  return new URLSearchParams({
    payload: JSON.stringify({
      type: 'block_actions',
      user: { id: user, username: 'x', name: 'x', team_id: 'T000000001' },
      api_app_id: 'A1',
      token: 'unused',
      container: { type: 'message', message_ts: message.ts, channel_id: channel, is_ephemeral: false },
      trigger_id: '1.2.3',
      team: { id: 'T000000001', domain: 'emulate' },
      enterprise: null,
      is_enterprise_install: false,
      channel: { id: channel, name: 'integrations' },
      message: { type: 'message', ...message },
      response_url: 'http://127.0.0.1:9/unused',
      actions: [{ type: 'button', block_id: 'causeway_review', action_ts: '1.2', ...pressed }],
    }),
  }).toString();
}
