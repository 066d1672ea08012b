import { Command } from 'commander';
import { port } from '../parse-option.ts';
import { say } from '../terminal/print.ts';
import { untilStopped } from '../until-stopped.ts';
import { withAgent } from '../with-agent.ts';

/** `causeway slack` */
export function slackCommand(_done: (code: number) => void): Command {
  return new Command('slack')
    .description(
      'Serve the Slack bot: Socket Mode when SLACK_APP_TOKEN is set, else HTTP with events at /slack/events.',
    )
    .option('--port <n>', 'port for HTTP, 0 for any free one', port, 3921)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .action((options: { port: number; host: string }) =>
      withAgent(async (agent, signal) => {
        const { serveSlack } = await import('../../slack-app/index.ts');
        const app = await serveSlack(agent, options);
        say(app.address === null ? 'connected to Slack by Socket Mode' : `listening on ${app.address}`);
        await untilStopped(signal);
        await app.close();
      }),
    );
}
