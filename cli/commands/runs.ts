import { Command } from 'commander';
import type { Agent, Approval, ConnectResult, RowDecision, RunOptions } from '../../agent/index.ts';
import { RequestError } from '../../tools/core/index.ts';
import { printJson, say, sayLines } from '../terminal/print.ts';
import { showProgress } from '../terminal/progress.ts';
import { table } from '../terminal/table.ts';
import { userCwd } from '../user-cwd.ts';
import { withAgent } from '../with-agent.ts';

interface Options {
  json?: boolean;
}

interface ApproveOptions extends Options {
  mapping: string;
  rows?: string;
  matchKey?: NonNullable<Approval['matchKeys']>;
}

/** `causeway runs [list|show|resume|approve|reject]` */
export function runsCommand(done: (code: number) => void): Command {
  const runs = new Command('runs')
    .description('List runs, go on with one, approve or reject one.')
    .option('--json', 'print the result as JSON')
    .action(list);
  const json = (command: Command) => command.option('--json', 'print the result as JSON');
  json(runs.command('list', { isDefault: false }).description('all runs, newest first')).action(list);
  json(runs.command('show').argument('<run>').description('the result of one run')).action(
    async (run: string, options: Options) => {
      const record = await withAgent(async (agent) => agent.run(run));
      if (record.result === null) {
        throw new RequestError(
          'no_result_yet',
          `Run ${run} is ${record.status} and has no result yet`,
          `Go on with it: causeway runs resume ${run}`,
        );
      }
      await finish(record.result, options);
    },
  );
  json(runs.command('resume').argument('<run>').description('go on where a run stopped')).action(
    async (run: string, options: Options) =>
      done(await finish(await follow((agent, taking) => agent.resume(run, taking)), options)),
  );
  json(runs.command('approve').argument('<run>').description('give the yes that a waiting run needs'))
    .requiredOption('--mapping <id>', 'the mapping that is approved')
    .option(
      '--rows <json>',
      'decisions on single rows: [{"target","status","sources","transform","when","conflict"}]',
    )
    .option(
      '--match-key <source=target>',
      'fields by which the same record is found; may be repeated, the surest first; "none" for no key',
      matchKey,
    )
    .action(async (run: string, options: ApproveOptions) => {
      const { mapping, matchKey: matchKeys } = options;
      const said = { rows: await decisions(options.rows), ...(matchKeys === undefined ? {} : { matchKeys }) };
      const result = await follow((agent, taking) => agent.approve({ run, mapping, ...said }, taking));
      done(await finish(result, options));
    });
  json(
    runs.command('reject').argument('<run>').description('end a waiting run without a pull request'),
  ).action(async (run: string, options: Options) => {
    const { id, status } = await withAgent(async (agent) => agent.reject(run));
    if (options.json) printJson({ run: id, status });
    else say(`${id} rejected.`);
  });
  return runs;
}

async function list(options: Options): Promise<void> {
  const runs = await withAgent(async (agent) => agent.runs());
  const rows = runs.map(({ id, status, createdAt, request }) => ({
    run: id,
    status,
    createdAt,
    sentence: request.sentence,
  }));
  if (options.json) printJson({ runs: rows });
  else if (rows.length === 0)
    say('No runs yet. Begin with: causeway connect "connect HubSpot contacts to NetSuite" --repo .');
  else
    sayLines(
      table(
        rows.map((row) => [row.run, row.status, row.createdAt, row.sentence]),
        60,
      ),
    );
}

/** Paths may hold anything but this sign. */
function matchKey(
  text: string,
  before: NonNullable<Approval['matchKeys']> = [],
): NonNullable<Approval['matchKeys']> {
  if (text === 'none') return before;
  const [source = '', target = '', ...more] = text.split('=').map((path) => path.trim());
  if (source === '' || target === '' || more.length > 0) {
    throw new RequestError(
      'bad_match_key',
      `--match-key ${text} is not source=target`,
      'For example: --match-key email=emailAddress, or --match-key none',
    );
  }
  return [...before, { source, target }];
}

async function decisions(text: string | undefined): Promise<RowDecision[]> {
  if (text === undefined) return [];
  const { RowDecision } = await import('../../agent/index.ts');
  try {
    return RowDecision.array().parse(JSON.parse(text));
  } catch (cause) {
    throw new RequestError(
      'bad_rows',
      '--rows is not a JSON list of row decisions',
      'For example: --rows \'[{"target":"email","status":"rejected"}]\'',
      { cause },
    );
  }
}

async function follow(
  work: (agent: Agent, taking: RunOptions) => Promise<ConnectResult>,
): Promise<ConnectResult> {
  const progress = showProgress();
  try {
    return await withAgent((agent, signal) =>
      work(agent, { cwd: userCwd(), signal, onStep: progress.onStep }),
    );
  } finally {
    progress.stop();
  }
}

async function finish(result: ConnectResult, options: Options): Promise<number> {
  const { finishRun } = await import('../finish-run.ts');
  return finishRun(result, options);
}
