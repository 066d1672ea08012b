import { Command } from 'commander';
import type { Agent } from '../../agent/index.ts';
import { exitCodes } from '../../tools/core/index.ts';
import { callOrThrow } from '../call-or-throw.ts';
import { printJson, say } from '../terminal/print.ts';
import { withAgent } from '../with-agent.ts';

interface Options {
  source: string;
  target: string;
  ignore?: string[];
  json?: boolean;
}

/** `causeway map --source SPEC#entity --target SPEC#entity` */
export function mapCommand(done: (code: number) => void): Command {
  return new Command('map')
    .description('Propose a field mapping between two record types.')
    .requiredOption('--source <spec#entity>', 'where records come from')
    .requiredOption('--target <spec#entity>', 'what they become')
    .option('--ignore <path...>', 'paths of either side to leave alone; * stands for any letters')
    .option('--json', 'print the mapping as JSON')
    .addHelpText('after', '\nExample:\n  $ causeway map --source hubspot#contact --target netsuite#contact')
    .action(async (options: Options) => {
      const mapping = await withAgent(async (agent, signal) => {
        const source = await schemaOf(agent, options.source, signal);
        const target = await schemaOf(agent, options.target, signal);
        const { proposeMapping } = await import('../../tools/propose-mapping/index.ts');
        const { mapping: id, warnings } = await callOrThrow(
          agent,
          proposeMapping,
          { source, target, ...(options.ignore === undefined ? {} : { ignore: options.ignore }) },
          signal,
        );
        for (const warning of warnings) say(warning);
        return { id, ...(await agent.mapping(id)) };
      });
      if (options.json) printJson(mapping);
      else (await import('../terminal/print-mapping.ts')).printMapping(mapping);
      done(mapping.unmappedRequired.length > 0 ? exitCodes.needsPerson : exitCodes.done);
    });
}

async function schemaOf(agent: Agent, text: string, signal: AbortSignal): Promise<string> {
  const { parseSpecReference } = await import('../../agent/index.ts');
  const { fetchSpec } = await import('../../tools/fetch-spec/index.ts');
  const { inferSchema } = await import('../../tools/infer-schema/index.ts');
  const { entity } = parseSpecReference(text);
  const described = await callOrThrow(agent, fetchSpec, { spec: text }, signal);
  const inferred = await callOrThrow(
    agent,
    inferSchema,
    {
      spec: described.spec,
      ...(entity === null ? {} : { entity }),
    },
    signal,
  );
  return inferred.schema;
}
