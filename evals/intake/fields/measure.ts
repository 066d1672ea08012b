import { join } from 'node:path';
import { Keyv } from 'keyv';
import {
  ArtifactStore,
  createLog,
  noMemory,
  RequestError,
  readConfig,
  type ToolContext,
} from '../../../tools/core/index.ts';
import { loaders } from '../../../tools/fetch-spec/formats/loaders.ts';
import { openSource } from '../../../tools/fetch-spec/front-door/open-source.ts';
import { recognise } from '../../../tools/fetch-spec/front-door/recognise.ts';
import { readSourceFile } from '../../../tools/fetch-spec/source/read-file.ts';
import { chooseEntity } from '../../../tools/infer-schema/choose-entity.ts';
import { describeEntity } from '../../../tools/infer-schema/describe-entity.ts';
import type { ApiDescription, Entity } from '../../../tools/model/index.ts';
import type { Label } from './label.ts';
import { type FieldScore, missedEntities, type Share, scoreRecord, total } from './score.ts';

export interface Measured {
  readonly name: string;
  readonly entities: Share;
  readonly missed: readonly string[];
  readonly fields: FieldScore;
  /** One line for each field that is not right. */
  readonly faults: readonly string[];
}

/** Reads one labelled file below `specs` without the catalog's help and scores what its document alone says. */
export async function measure(name: string, label: Label, specs: string): Promise<Measured> {
  const description = await describe(join(specs, label.file));
  const missed = missedEntities(label, description.entities);
  const records = label.records.map(({ entity, fields }) => {
    const found = entityOf(description, entity);
    return { entity, found, ...scoreRecord(fields, found) };
  });
  return {
    name,
    entities: { met: label.entities.length - missed.length, of: label.entities.length },
    missed,
    fields: total(records.map(({ score }) => score)),
    faults: records.flatMap(({ entity, found, wrong }) =>
      found === undefined
        ? [`${name} ${entity}: not found`]
        : wrong.map(
            ({ label: { path, ...wanted }, field }) =>
              `${name} ${entity} ${path}: want ${said(wanted)}, got ${field === undefined ? 'nothing' : said(field)}`,
          ),
    ),
  };
}

function said({
  type,
  nullable,
  readOnly,
}: {
  type: string;
  nullable: boolean;
  readOnly?: boolean | undefined;
}): string {
  return [
    type,
    nullable ? 'nullable' : '',
    readOnly === undefined ? '(read-only?)' : readOnly ? 'read-only' : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
}

async function describe(path: string): Promise<ApiDescription> {
  const context = quietContext();
  const opened = openSource(await readSourceFile(path, null, context));
  const { loader, format } = recognise(opened, loaders);
  return loader.load(opened, format, context);
}

function entityOf(description: ApiDescription, name: string): Entity | undefined {
  try {
    return describeEntity(description, chooseEntity(description, name));
  } catch (error) {
    if (error instanceof RequestError) return undefined;
    throw error;
  }
}

/** A context that keeps and says nothing. */
function quietContext(): ToolContext {
  return {
    artifacts: new ArtifactStore(new Keyv()),
    config: readConfig({}),
    log: createLog(false),
    memory: noMemory,
    signal: new AbortController().signal,
    cwd: null,
    progress: () => {},
  };
}
