import { Command, CommanderError } from 'commander';
import { exitCodes, RequestError, toCausewayError } from '../tools/core/index.ts';
import { connectCommand } from './commands/connect.ts';
import { demoCommand } from './commands/demo.ts';
import { evalCommand } from './commands/eval.ts';
import { inspectCommand } from './commands/inspect.ts';
import { mapCommand } from './commands/map.ts';
import { mcpCommand } from './commands/mcp.ts';
import { runsCommand } from './commands/runs.ts';
import { sandboxCommand } from './commands/sandbox.ts';
import { slackCommand } from './commands/slack.ts';
import { printError } from './terminal/print-error.ts';
import { version } from './version.ts';

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
  for (const add of [
    connectCommand,
    inspectCommand,
    mapCommand,
    runsCommand,
    sandboxCommand,
    evalCommand,
    mcpCommand,
    slackCommand,
    demoCommand,
  ]) {
    program.addCommand(withExitOverride(add(done)));
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
