import { Command, Option } from 'commander';
import type { Agent, ConnectResult, Question } from '../../agent/index.ts';
import { interrupt } from '../interrupt.ts';
import { share } from '../parse-option.ts';
import { showProgress } from '../terminal/progress.ts';
import { userCwd } from '../user-cwd.ts';
import { withAgent } from '../with-agent.ts';

interface Options {
  repo?: string;
  sourceSpec?: string;
  targetSpec?: string;
  yes?: boolean;
  threshold: number;
  planner?: 'deterministic' | 'claude';
  dryRun?: boolean;
  json?: boolean;
}

/** `causeway connect "…"` */
export function connectCommand(done: (code: number) => void): Command {
  return new Command('connect')
    .description('Connect two systems: from one sentence to an opened pull request.')
    .argument('<sentence>', 'for example "connect HubSpot contacts to NetSuite"')
    .option('--repo <path|owner/name>', 'repository for the pull request (default: CAUSEWAY_REPO)')
    .option('--source-spec <spec>', 'description of the source: catalog name, path or URL, with #entity')
    .option('--target-spec <spec>', 'description of the target')
    .option('--yes', 'approve rows at or above the threshold and open the pull request')
    .option('--threshold <0..1>', 'confidence from which a row needs no person', share, 0.9)
    .addOption(
      new Option('--planner <name>', 'who plans (default: claude with a key, else deterministic)').choices([
        'deterministic',
        'claude',
      ]),
    )
    .option('--dry-run', 'do everything except writing to the repository')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', examples)
    .action(async (sentence: string, options: Options) => {
      const result = await withAgent((agent, signal) => connect(agent, sentence, options, signal));
      const { finishRun } = await import('../finish-run.ts');
      done(finishRun(result, options));
    });
}

const examples = `
Examples:
  $ causeway connect "connect HubSpot contacts to NetSuite" --repo .
  $ causeway connect "connect HubSpot contacts to NetSuite customers" --repo acme/integrations --yes
  $ causeway connect "sync Acme orders to NetSuite" --source-spec ./acme.yaml#order --dry-run --json

Without --yes the mapping is reviewed on the terminal; where there is none, the run waits for
\`causeway runs approve\`. An interrupted run goes on when the same command is given again.`;

/** Prompts are needed on a terminal only. */
const review = () => import('../terminal/review.ts');

async function connect(
  agent: Agent,
  sentence: string,
  options: Options,
  signal: AbortSignal,
): Promise<ConnectResult> {
  const interactive = Boolean(process.stdin.isTTY && process.stderr.isTTY) && !options.json;
  const place = { signal, output: process.stderr };
  const progress = showProgress();
  const taking = {
    cwd: userCwd(),
    signal,
    onStep: progress.onStep,
    ...(interactive && !options.yes
      ? {
          ask: progress.paused(async (question: Question) =>
            (await review()).askChoice(question, place, interrupt),
          ),
        }
      : {}),
  };
  const request = {
    sentence,
    repo: options.repo ?? null,
    sourceSpec: options.sourceSpec ?? null,
    targetSpec: options.targetSpec ?? null,
    threshold: options.threshold,
    planner: options.planner ?? null,
    dryRun: options.dryRun ?? false,
    approval: options.yes ? ('policy' as const) : ('ask' as const),
  };
  try {
    const result = await agent.connect(request, taking);
    if (result.status !== 'waiting' || result.mapping === null || !interactive) return result;
    const mapping = await agent.mapping(result.mapping.id);
    const said = await progress.paused(async () =>
      (await review()).reviewOnTerminal(mapping, options.threshold, place),
    )();
    if (said === null) return result;
    return await agent.approve({ run: result.run, mapping: result.mapping.id, ...said }, taking);
  } finally {
    progress.stop();
  }
}
