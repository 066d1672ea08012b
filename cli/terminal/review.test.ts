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

/** A place where each prompt that says such words gets its keys, once. */
function placeAnswering(keys: Readonly<Record<string, string>>) {
  const left = new Map(Object.entries(keys));
  const input = new PassThrough();
  // Like stderr, it goes on when a prompt ends.
  const output = Object.assign(new PassThrough(), { end: () => output });
  output.on('data', (text: Buffer) => {
    for (const [words, pressed] of left) {
      if (!text.toString().includes(words)) continue;
      left.delete(words);
      setImmediate(() => input.write(pressed));
    }
  });
  return { signal: new AbortController().signal, input, output };
}
const down = '\u001b[B';

test.each([
  ['leave it open', enter, {}],
  ['the candidate', `${down}${enter}`, { matchKeys: [{ source: 'code', target: 'number' }] }],
  ['no key', `${down}${down}${enter}`, { matchKeys: [] }],
])('which records are the same is asked where nothing tells: %s', async (_, keys, matchKeys) => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const open = {
    ...mapping,
    matchKeyQuestion: {
      why: 'Nothing says',
      candidates: [{ source: 'code', target: 'number', confidence: 0.6 }],
    },
  };
  const asked = placeAnswering({ 'Which records are the same?': keys, 'open the pull request?': enter });
  await expect(reviewOnTerminal(open, 0.9, asked)).resolves.toStrictEqual({ rows: [], ...matchKeys });
});

test.each([
  [enter, { rows: [] }],
  [`n${enter}`, null],
  [ctrlC, null],
  ['kill', null],
])('a review answered by %j', async (keys, decisions) => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await expect(reviewOnTerminal(mapping, 0.9, place(keys))).resolves.toStrictEqual(decisions);
});
