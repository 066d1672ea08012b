import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { z } from 'zod';
import { BugError } from '../../tools/core/index.ts';

const share = z.number().min(0).max(1);
const Origin = z.strictObject({
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  /** Files or folders that the cases were read from. */
  paths: z.array(z.string().min(1)).min(1),
});
const Published = z.strictObject({
  matcher: z.string(),
  /** Where the figures were published. */
  from: z.string(),
  figures: z.strictObject({ acc1: share, acc5: share, mrr: share, recallAtGt: share, f1: share }).partial(),
});
const PublicDataset = z.strictObject({
  /** The folder's name under which its cases are scored. */
  name: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  /** Licence of the origin; the cases hold facts about it. */
  licence: z.string(),
  origins: z.array(Origin).min(1),
  derivation: z.string(),
  trainedOn: z.boolean(),
  published: z.array(Published).default([]),
});
export type PublicDataset = z.infer<typeof PublicDataset>;
const File = z.strictObject({ datasets: z.array(PublicDataset) });

/** The public data sets of `datasets.yaml`, in its order. */
export async function publicDatasets(
  file: URL = new URL('../datasets.yaml', import.meta.url),
): Promise<PublicDataset[]> {
  try {
    const { datasets } = File.parse(load(await readFile(file, 'utf8')));
    const names = datasets.map(({ name }) => name);
    if (new Set(names).size < names.length) throw new Error('a name is there twice');
    return datasets;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BugError('bad_datasets', `evals/datasets.yaml is not usable: ${why}`, 'Correct it', { cause });
  }
}
