import fc from 'fast-check';
import { expect } from 'vitest';
import { testContext } from '../../../../core/__fixtures__/test-context.ts';
import { CausewayError } from '../../../../core/index.ts';
import { ApiDescription } from '../../../../model/index.ts';
import { openText } from '../../../front-door/__fixtures__/open-text.ts';
import type { Loader } from '../../loader.ts';

/** A text with something cut out, put in, doubled or moved. */
export function damagedText(text: string, pieces: readonly string[]): fc.Arbitrary<string> {
  const place = fc.nat(text.length);
  const lines = text.split('\n');
  return fc.oneof(
    place.map((end) => text.slice(0, end)),
    fc.tuple(place, fc.nat(60)).map(([at, length]) => text.slice(0, at) + text.slice(at + length)),
    fc
      .tuple(place, fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })))
      .map(([at, piece]) => text.slice(0, at) + piece + text.slice(at)),
    fc.shuffledSubarray(lines, { minLength: Math.floor(lines.length / 2) }).map((kept) => kept.join('\n')),
  );
}

/** A JSON value with something else at one of its places. */
export function damagedJson(value: unknown, pieces: readonly unknown[]): fc.Arbitrary<string> {
  const places: (readonly string[])[] = [];
  const visit = (node: unknown, before: readonly string[]): void => {
    if (before.length > 0) places.push(before);
    if (typeof node !== 'object' || node === null) return;
    for (const [key, inner] of Object.entries(node)) visit(inner, [...before, key]);
  };
  visit(value, []);
  const wrong = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...pieces));
  return fc.tuple(fc.constantFrom(...places), wrong).map(([place, piece]) => {
    const copy = structuredClone(value) as Record<string, unknown>;
    let node = copy;
    for (const step of place.slice(0, -1)) node = node[step] as Record<string, unknown>;
    node[place.at(-1) ?? ''] = piece;
    return JSON.stringify(copy);
  });
}

/** Reads every text: it is described, refused by a CausewayError, or not of the format. Says how many were described. */
export async function survives(loader: Loader, texts: fc.Arbitrary<string>, numRuns: number): Promise<number> {
  let described = 0;
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      try {
        const opened = openText(text);
        const format = loader.recognise(opened);
        if (format === undefined) return;
        const description = await loader.load(opened, format, testContext());
        expect(ApiDescription.safeParse(description).error).toBeUndefined();
        expect(description.entities.length).toBeGreaterThan(0);
        described += 1;
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(CausewayError);
      }
    }),
    { numRuns, seed: 11 },
  );
  return described;
}
