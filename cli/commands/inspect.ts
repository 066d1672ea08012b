import { Command } from 'commander';
import type { Agent } from '../../agent/index.ts';
import { callOrThrow } from '../call-or-throw.ts';
import { printJson } from '../terminal/print.ts';
import { withAgent } from '../with-agent.ts';

interface Options {
  entity?: string;
  samples?: string;
  metadata?: string;
  overlay?: string;
  json?: boolean;
}

/** `causeway inspect SPEC` */
export function inspectCommand(_done: (code: number) => void): Command {
  return new Command('inspect')
    .description('Show what Causeway understands of an API: record types, fields, patterns.')
    .argument('<spec>', 'catalog name, path or URL; SPEC#entity names one record type')
    .option('--entity <name>', 'show the fields of this record type')
    .option('--samples <file>', 'sample records (JSON, JSON lines or CSV) to compare with the description')
    .option('--metadata <file>', "the account's own field metadata, merged into the record type")
    .option('--overlay <file>', 'OpenAPI Overlay 1.0 that corrects the description')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ causeway inspect hubspot --entity contact\n  $ causeway inspect ./openapi.yaml --json',
    )
    .action(async (spec: string, options: Options) => {
      const inspection = await withAgent((agent, signal) => inspect(agent, spec, options, signal));
      if (options.json) printJson(inspection);
      else (await import('../terminal/print-inspection.ts')).printInspection(inspection);
    });
}

export type Inspection = Awaited<ReturnType<typeof inspect>>;

async function inspect(agent: Agent, text: string, options: Options, signal: AbortSignal) {
  const { formatSpecReference, parseSpecReference } = await import('../../agent/index.ts');
  const { fetchSpec } = await import('../../tools/fetch-spec/index.ts');
  const reference = parseSpecReference(text);
  const name = options.entity ?? reference.entity;
  const named = formatSpecReference({ spec: reference.spec, entity: name });
  const described = await callOrThrow(
    agent,
    fetchSpec,
    { spec: named, ...(options.overlay === undefined ? {} : { overlay: options.overlay }) },
    signal,
  );
  const { spec: _, ...description } = described;
  return {
    ...description,
    entity:
      name === null && options.samples === undefined && options.metadata === undefined
        ? null
        : await inferred(agent, described.spec, name, options, signal),
  };
}

async function inferred(
  agent: Agent,
  spec: string,
  name: string | null,
  { samples, metadata }: Options,
  signal: AbortSignal,
) {
  const { inferSchema } = await import('../../tools/infer-schema/index.ts');
  const answer = await callOrThrow(
    agent,
    inferSchema,
    {
      spec,
      ...(name === null ? {} : { entity: name }),
      ...(samples === undefined ? {} : { samples }),
      ...(metadata === undefined ? {} : { metadata }),
    },
    signal,
  );
  const entity = await agent.artifacts.get('schema', answer.schema);
  const { idField, naturalKeys, externalIdField, createdField, updatedField } = entity;
  const { fields, variants, conflicts, warnings, provenance } = entity;
  return {
    name: entity.name,
    idField,
    naturalKeys,
    externalIdField,
    createdField,
    updatedField,
    fields,
    variants,
    conflicts,
    warnings,
    provenance,
  };
}
