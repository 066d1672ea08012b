import { expect, test } from 'vitest';
import { z } from 'zod';
import { portableSchema } from './portable-schema.ts';

test("leaves out zod's own formats and the bounds of integers, and nothing else", () => {
  const schema = z.toJSONSchema(
    z.strictObject({
      format: z.string().startsWith('/').default('/format'),
      at: z.iso.datetime(),
      counts: z.array(z.union([z.int(), z.int().min(2)])),
      maximum: z.literal(Number.MAX_SAFE_INTEGER),
    }),
  );
  expect(JSON.stringify(schema)).toContain('starts_with');
  expect(portableSchema(schema)).toStrictEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      format: { type: 'string', pattern: '^\\/.*', default: '/format' },
      at: { type: 'string', format: 'date-time', pattern: expect.any(String) },
      counts: { type: 'array', items: { anyOf: [{ type: 'integer' }, { type: 'integer', minimum: 2 }] } },
      maximum: { type: 'number', const: Number.MAX_SAFE_INTEGER },
    },
    required: ['format', 'at', 'counts', 'maximum'],
    additionalProperties: false,
  });
});
