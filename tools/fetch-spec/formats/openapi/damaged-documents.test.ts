import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { isObject, type JsonObject } from '../../../core/json/json.ts';
import { ApiDescription } from '../../../model/index.ts';
import { describeOpenApi } from './describe-openapi.ts';

const shop = readFileSync(join(import.meta.dirname, '../../__fixtures__/shop.openapi.yaml'), 'utf8');
const whole = load(shop) as JsonObject;

/** Pointers of everything in a document. */
function places(node: unknown, before: readonly string[] = []): (readonly string[])[] {
  if (typeof node !== 'object' || node === null) return [before];
  return [before, ...Object.entries(node).flatMap(([key, inner]) => places(inner, [...before, key]))];
}
const all = places(whole).filter((place) => place.length > 0);

function damage(place: readonly string[], value: unknown): JsonObject {
  const copy = structuredClone(whole);
  let node: unknown = copy;
  for (const step of place.slice(0, -1)) node = (node as Record<string, unknown>)[step];
  (node as Record<string, unknown>)[place.at(-1) ?? ''] = value;
  return copy;
}

test('whatever stands anywhere in a document, it is described without a throw', () => {
  const wrong = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(
      { $ref: '#/components/schemas/Line' },
      { $ref: '#' },
      { $ref: '#/components/schemas/Line/properties/parent' },
      { $ref: '#/%' },
      { allOf: [{ $ref: '#/components/schemas/Line' }] },
      ['null'],
      '{',
      '//',
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...all), wrong, (place, value) => {
      const input = { format: 'openapi-3.0', origin: '/x' };
      const description = describeOpenApi({ ...input, document: damage(place, value) });
      expect(ApiDescription.omit({ document: true }).loose().safeParse(description).error).toBeUndefined();
    }),
    { numRuns: 500, seed: 7 },
  );
});

test('schemas that double at every step end', () => {
  const schemas: JsonObject = { S0: { type: 'object', properties: { id: { type: 'string' } } } };
  for (let step = 1; step < 60; step += 1) {
    const before = { $ref: `#/components/schemas/S${step - 1}` };
    schemas[`S${step}`] = { allOf: [before, before] };
  }
  const document = { openapi: '3.0.0', components: { schemas } };
  const { entities } = describeOpenApi({ document, format: 'openapi-3.0', origin: '/x' });
  expect(entities.length).toBeGreaterThan(0);
  expect(isObject(document)).toBe(true);
});
