import type { AddressInfo } from 'node:net';
import { App, type Authorize, type CodedError, HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import { createLog } from '../tools/core/index.ts';
import { boltLog } from './bolt-log.ts';
import { credentialsOf } from './credentials.ts';
import { Desk } from './desk.ts';
import { registerListeners } from './listeners/index.ts';
import type { SlackAgent } from './slack-agent.ts';
import { startFailure } from './start-failure.ts';
import { redact } from './text/redact.ts';

export interface SlackOptions {
  /** TCP port of the HTTP receiver; 0 takes any free one. Not used in Socket Mode. */
  readonly port: number;
  /** Default 127.0.0.1: a proxy with TLS stands in front. */
  readonly host?: string;
  /** Least milliseconds between two updates of a message; default 1000, Slack asks for no less. */
  readonly interval?: number;
}

export interface SlackServer {
  /** `http://127.0.0.1:PORT`; null in Socket Mode, which listens on no port. */
  readonly address: string | null;
  /** Takes no more events, stops the work in hand, and waits (not for ever) until it has said so. */
  close(): Promise<void>;
}

/**
 * Starts the bot: Socket Mode with an app token, else HTTP with events, buttons and commands at /slack/events and a
 * /health. Resolves when it is ready. Throws `slack_not_configured`, `slack_auth`, `slack_unreachable`, `port_in_use`.
 */
export async function serveSlack(agent: SlackAgent, options: SlackOptions): Promise<SlackServer> {
  const { config } = agent;
  const credentials = credentialsOf(config);
  const log = createLog(config.debug);
  const logger = boltLog(log, (text) => redact(text, config));
  const clientOptions = {
    ...(config.slack.apiUrl === null ? {} : { slackApiUrl: config.slack.apiUrl }),
    // A chat message that comes minutes late helps nobody; rate limits are waited for besides.
    retryConfig: { retries: 3 },
    logger,
  };
  const receiver =
    credentials.mode === 'socket'
      ? new SocketModeReceiver({
          appToken: credentials.appToken,
          logger,
          installerOptions: { clientOptions },
        })
      : new HTTPReceiver({
          signingSecret: credentials.signingSecret,
          endpoints: '/slack/events',
          logger,
          customRoutes: [
            { path: '/health', method: 'GET', handler: (_request, answer) => void answer.end('ok') },
          ],
        });
  const desk = new Desk(agent, log, options.interval ?? 1_000);
  const host = options.host ?? '127.0.0.1';
  try {
    const app = new App({
      authorize: await authorization(credentials.botToken, clientOptions),
      receiver,
      socketMode: credentials.mode === 'socket',
      logger,
      clientOptions,
      convoStore: false,
    });
    registerListeners(app, desk);
    app.error(async (error: CodedError) => desk.warn(error));
    const address =
      receiver instanceof HTTPReceiver
        ? addressOf((await receiver.start({ port: options.port, host })).address(), host)
        : await receiver.start().then(() => null);
    return {
      address,
      async close() {
        await receiver.stop();
        await desk.close();
      },
    };
  } catch (error) {
    throw startFailure(error, host, options.port);
  }
}

/**
 * Who the bot is, asked once. Bolt's own way asks a second time where nobody waits for the answer, and a failure
 * there would end the process.
 */
async function authorization(
  botToken: string,
  options: webApi.WebClientOptions,
): Promise<Authorize<boolean>> {
  const { bot_id: botId, user_id: botUserId } = await new webApi.WebClient(botToken, options).auth.test();
  return async () => ({
    botToken,
    ...(botId === undefined ? {} : { botId }),
    ...(botUserId === undefined ? {} : { botUserId }),
  });
}

function addressOf(bound: AddressInfo | string | null, host: string): string {
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
