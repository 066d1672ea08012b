import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { OutsideError } from '../../tools/core/index.ts';
import type { Mapping } from '../../tools/model/index.ts';
import { askChoice, reviewOnTerminal } from './review.ts';

const question = { id: 'q', text: 'Which?', options: ['a', 'b'], default: 'b' };
const mapping: Mapping = {
  source: { system: 's', entity: 'e', schema: 'schema_1' },
  target: { system: 't', entity: 'e', schema: 'schema_2' },
  rows: [],
  matchKeys: [],
  unmappedRequired: [],
  unmappedTargets: [],
  unusedSources: [],
  incompatibilities: [],
};

/** A place to ask in, and a person who presses these keys as soon as something is asked. */
function place(keys: string) {
  const stop = new AbortController();
  const input = new PassThrough();
  const output = new PassThrough();
  output.once('data', () => setImmediate(() => (keys === 'kill' ? stop.abort() : input.write(keys))));
  return { signal: stop.signal, input, output };
}
const ctrlC = '\u0003';
const enter = '\r';

test('a question is answered', async () => {
  await expect(askChoice(question, place(enter), () => {})).resolves.toBe('b');
});

test.each([ctrlC, 'kill'])('a question left by %j interrupts the run', async (keys) => {
  const interrupt = vi.fn();
  const left = await askChoice(question, place(keys), interrupt).catch((thrown: unknown) => thrown);
  expect(left).toBeInstanceOf(OutsideError);
  expect(left).toMatchObject({ code: 'cancelled', exitCode: 4 });
  expect(interrupt).toHaveBeenCalledOnce();
});

test.each([
  [enter, []],
  [`n${enter}`, null],
  [ctrlC, null],
  ['kill', null],
])('a review answered by %j', async (keys, decisions) => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await expect(reviewOnTerminal(mapping, 0.9, place(keys))).resolves.toStrictEqual(decisions);
});
