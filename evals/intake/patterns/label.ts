import { z } from 'zod';
import { patternNames } from '../../../tools/model/index.ts';

/** One habit that a file shows, as a careful reader of the file says. */
export const Labelled = z.strictObject({
  kind: z.string(),
  /** Keys of a finding's detail that must have these values. */
  detail: z.record(z.string(), z.json()).default({}),
  /** True, but not the main way: a finding of it must not come first. */
  rare: z.boolean().default(false),
  /** Readers may differ: naming it is right, and so is saying nothing. */
  optional: z.boolean().default(false),
});
export type Labelled = z.infer<typeof Labelled>;

const lists = Object.fromEntries(patternNames.map((name) => [name, z.array(Labelled)]));

/** What one file of the corpus shows, pattern by pattern; an empty list where it shows nothing. */
export const Label = z.object({
  /** Path below the folder of specs. */
  file: z.string(),
  /** `dev` files were looked at while the recognisers were built, `test` files only to measure them. */
  half: z.enum(['dev', 'test']),
  patterns: z.record(z.enum(patternNames), z.array(Labelled)),
});
export type Label = z.infer<typeof Label>;

/** The flat form of a label file. */
export const LabelFile = z
  .strictObject({ file: z.string(), half: z.enum(['dev', 'test']), ...lists })
  .transform(({ file, half, ...patterns }) => Label.parse({ file, half, patterns }));
