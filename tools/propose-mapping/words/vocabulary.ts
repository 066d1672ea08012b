import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { singular } from './singular.ts';

/** Words or phrases with commas between them. */
const words = z.string().transform((text) => text.split(',').map((word) => word.trim()));
const Vocabulary = z.strictObject({
  short: z.record(z.string(), z.string()),
  containers: words,
  stop: words,
  vendor: words,
  glue: words,
});

const file = Vocabulary.parse(load(readFileSync(new URL('vocabulary.yaml', import.meta.url), 'utf8')));

export const abbreviations: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(file.short).map(([short, long]) => [short, long.split(' ')]),
);
export const containers: ReadonlySet<string> = new Set(
  file.containers.map((phrase) => phrase.split(' ').map(singular).join(' ')),
);
export const stopWords: ReadonlySet<string> = new Set(file.stop);
export const vendorPrefixes: ReadonlySet<string> = new Set(file.vendor);
export const glueWords: ReadonlySet<string> = new Set(file.glue);
