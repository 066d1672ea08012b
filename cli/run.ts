import { Command, CommanderError } from 'commander';
import { exitCodes, RequestError, toCausewayError } from '../tools/core/index.ts';
import { printError } from './terminal/print-error.ts';
import { version } from './version.ts';

type AddCommand = (done: (code: number) => void) => Command;

/** Loaded when needed: one command should not wait for the libraries of the others. */
const commands: Record<string, () => Promise<AddCommand>> = {
  connect: async () => (await import('./commands/connect.ts')).connectCommand,
  inspect: async () => (await import('./commands/inspect.ts')).inspectCommand,
  catalog: async () => (await import('./commands/catalog.ts')).catalogCommand,
  map: async () => (await import('./commands/map.ts')).mapCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  runs: async () => (await import('./commands/runs.ts')).runsCommand,
  sandbox: async () => (await import('./commands/sandbox.ts')).sandboxCommand,
  eval: async () => (await import('./commands/eval.ts')).evalCommand,
  mcp: async () => (await import('./commands/mcp.ts')).mcpCommand,
  slack: async () => (await import('./commands/slack.ts')).slackCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
};

const examples = `
Examples:
  $ causeway connect "connect HubSpot contacts to NetSuite" --repo . --yes
  $ causeway connect "sync Acme orders to NetSuite" --source-spec ./acme.yaml#order --repo acme/integrations
  $ causeway inspect hubspot --entity contact
  $ causeway map --source hubspot#contact --target netsuite#customer --json
  $ causeway mcp
Exit codes: 0 done, 1 done but something needs a person, 2 wrong request, 3 refused, 4 an outside system failed, 70 a bug.`;

/** Runs the program with these arguments and answers its exit code. Never throws. */
export async function run(argv: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = new Command('causeway')
    .description('Connect two systems: ask in a sentence, review the pull request.')
    .version(version)
    .addHelpText('after', examples)
    .showHelpAfterError(false)
    .configureOutput({ writeErr: () => {} })
    .exitOverride();
  const done = (code: number) => {
    exitCode = code;
  };
  const named = argv[0] !== undefined && Object.hasOwn(commands, argv[0]) ? argv[0] : undefined;
  for (const [name, load] of Object.entries(commands)) {
    if (named === undefined || name === named) program.addCommand(withExitOverride((await load())(done)));
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return exitCodes.done;
    const error = thrown instanceof CommanderError ? usageError(thrown, argv) : toCausewayError(thrown);
    printError(error, { json: argv.includes('--json'), debug: Boolean(process.env['CAUSEWAY_DEBUG']) });
    return error.exitCode;
  }
}

function withExitOverride(command: Command): Command {
  command.exitOverride().configureOutput({ writeErr: () => {} });
  for (const child of command.commands) withExitOverride(child);
  return command;
}

function usageError(error: CommanderError, argv: readonly string[]): RequestError {
  const command = argv.find((word) => !word.startsWith('-'));
  const known = error.code === 'commander.unknownCommand' || command === undefined ? '' : ` ${command}`;
  if (error.code === 'commander.help' || command === undefined) {
    return new RequestError('no_command', 'No command was given', '`causeway --help` lists them');
  }
  const what = error.message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .replace(/\.$/, '');
  return new RequestError('bad_usage', what, `\`causeway${known} --help\` shows how it is used`);
}
