import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import type { ZodType } from 'zod';
import { portableSchema } from './portable-schema.ts';

/**
 * A schema that the SDK lists but does not apply. Arguments and answers are checked in one place for every face,
 * tools/core's callTool, whose errors carry a code and a hint; checking twice would also run zod's defaults twice.
 */
export function listedSchema(schema: ZodType): StandardSchemaWithJSON {
  const { jsonSchema, ...standard } = schema['~standard'];
  return {
    '~standard': {
      ...standard,
      validate: (value) => ({ value }),
      jsonSchema: {
        input: (options) => portableSchema(jsonSchema.input(options)),
        output: (options) => portableSchema(jsonSchema.output(options)),
      },
    },
  };
}
