import { z } from 'zod';
import { FieldType } from '../../../tools/model/index.ts';

/** One field as a careful reader of the raw description says it is. What is left out is not scored. */
export const LabelledField = z.strictObject({
  path: z.string(),
  type: FieldType,
  nullable: z.boolean(),
  readOnly: z.boolean().optional(),
  required: z.boolean().optional(),
  /** How many values are allowed. */
  enum: z.int().positive().optional(),
});
export type LabelledField = z.infer<typeof LabelledField>;

/** One file of the corpus: the record types that it lists, and the fields of some of them. */
export const Label = z.strictObject({
  /** Path below the folder of specs. */
  file: z.string(),
  entities: z.array(z.string()),
  records: z.array(z.strictObject({ entity: z.string(), fields: z.array(LabelledField) })),
});
export type Label = z.infer<typeof Label>;
