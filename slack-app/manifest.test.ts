import { App, HTTPReceiver } from '@slack/bolt';
import { expect, it, vi } from 'vitest';
import { createLog, readConfig } from '../tools/core/index.ts';
import { scriptedAgent } from './__fixtures__/scripted-agent.ts';
import { Desk } from './desk.ts';
import { registerListeners } from './listeners/index.ts';
import manifest from './manifest.json' with { type: 'json' };

/** Manifest event → the listener that gets it and the scope it needs. */
const events: Readonly<Record<string, { listener: string; scope: string }>> = {
  app_mention: { listener: 'app_mention', scope: 'app_mentions:read' },
  'message.im': { listener: 'message', scope: 'im:history' },
};

it('asks Slack for exactly what the app listens to', () => {
  const receiver = new HTTPReceiver({ signingSecret: 'x' });
  const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-1' }) });
  const spies = [vi.spyOn(app, 'event'), vi.spyOn(app, 'command'), vi.spyOn(app, 'action')];
  const { agent } = scriptedAgent(readConfig({}));
  registerListeners(app, new Desk(agent, createLog(false), 0));
  const [listened, commands, actions] = spies.map((spy) => spy.mock.calls.map((call) => call[0]));
  const wanted = manifest.settings.event_subscriptions.bot_events.map((name) => events[name]);
  expect({
    listened,
    commands,
    actions,
    scopes: manifest.oauth_config.scopes.bot,
    interactivity: manifest.settings.interactivity.is_enabled,
  }).toEqual({
    listened: wanted.map((event) => event?.listener),
    commands: manifest.features.slash_commands.map((command) => command.command),
    actions: ['causeway_approve', 'causeway_reject'],
    // Besides the events': writing, and slash commands.
    scopes: [...wanted.map((event) => event?.scope), 'chat:write', 'commands'].sort(),
    interactivity: true,
  });
});
