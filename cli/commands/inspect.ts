import { Command } from 'commander';
import { type Agent, parseSpecReference } from '../../agent/index.ts';
import { fetchSpec } from '../../tools/fetch-spec/index.ts';
import { inferSchema } from '../../tools/infer-schema/index.ts';
import { callOrThrow } from '../call-or-throw.ts';
import { printJson } from '../terminal/print.ts';
import { printInspection } from '../terminal/print-inspection.ts';
import { withAgent } from '../with-agent.ts';

interface Options {
  entity?: string;
  samples?: string;
  json?: boolean;
}

/** `causeway inspect SPEC` */
export function inspectCommand(_done: (code: number) => void): Command {
  return new Command('inspect')
    .description('Show what Causeway understands of an API: record types, fields, patterns.')
    .argument('<spec>', 'catalog name, path or URL; SPEC#entity names one record type')
    .option('--entity <name>', 'show the fields of this record type')
    .option('--samples <file>', 'sample records (JSON or JSON lines) to read together with the description')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ causeway inspect hubspot --entity contact\n  $ causeway inspect ./openapi.yaml --json',
    )
    .action(async (spec: string, options: Options) => {
      const inspection = await withAgent((agent, signal) => inspect(agent, spec, options, signal));
      if (options.json) printJson(inspection);
      else printInspection(inspection);
    });
}

export type Inspection = Awaited<ReturnType<typeof inspect>>;

async function inspect(agent: Agent, text: string, options: Options, signal: AbortSignal) {
  const reference = parseSpecReference(text);
  const described = await callOrThrow(agent, fetchSpec, { spec: reference.spec }, signal);
  const name = options.entity ?? reference.entity;
  const { spec: _, ...description } = described;
  return {
    ...description,
    entity:
      name === null && options.samples === undefined
        ? null
        : await inferred(agent, described.spec, name, options.samples, signal),
  };
}

async function inferred(
  agent: Agent,
  spec: string,
  name: string | null,
  samples: string | undefined,
  signal: AbortSignal,
) {
  const answer = await callOrThrow(
    agent,
    inferSchema,
    {
      spec,
      ...(name === null ? {} : { entity: name }),
      ...(samples === undefined ? {} : { samples }),
    },
    signal,
  );
  const entity = await agent.artifacts.get('schema', answer.schema);
  const { idField, naturalKeys, fields, warnings, provenance } = entity;
  return { name: entity.name, idField, naturalKeys, fields, warnings, provenance };
}
