import { join } from 'node:path';
import { Keyv } from 'keyv';
import {
  ArtifactStore,
  createLog,
  noMemory,
  readConfig,
  type ToolContext,
} from '../../../tools/core/index.ts';
import { loaders } from '../../../tools/fetch-spec/formats/loaders.ts';
import { openSource } from '../../../tools/fetch-spec/front-door/open-source.ts';
import { recognise } from '../../../tools/fetch-spec/front-door/recognise.ts';
import { readSourceFile } from '../../../tools/fetch-spec/source/read-file.ts';
import type { PatternName, Patterns } from '../../../tools/model/index.ts';
import type { Label } from './label.ts';
import { scoreFile, unlabelled, type Verdict } from './score.ts';

export interface Measured {
  readonly name: string;
  readonly half: Label['half'];
  readonly cells: Record<PatternName, Verdict>;
  readonly unlabelled: readonly string[];
  readonly patterns: Patterns;
}

/** Reads the labelled files below `specs` without the catalog's help and scores what their documents alone show. */
export async function measure(
  labels: ReadonlyMap<string, Label>,
  specs: string,
  halves: readonly Label['half'][],
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [name, label] of labels) {
    if (!halves.includes(label.half)) continue;
    const patterns = await readPatterns(join(specs, label.file));
    measured.push({
      name,
      half: label.half,
      cells: scoreFile(label, patterns),
      unlabelled: unlabelled(label, patterns),
      patterns,
    });
  }
  return measured;
}

async function readPatterns(path: string): Promise<Patterns> {
  const context = quietContext();
  const opened = openSource(await readSourceFile(path, null, context));
  const { loader, format } = recognise(opened, loaders);
  return (await loader.load(opened, format, context)).patterns;
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
