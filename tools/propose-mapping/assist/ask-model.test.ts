import { expect, test } from 'vitest';
import { type LanguageModel, type ModelAnswer, OutsideError } from '../../core/index.ts';
import { doubtful, source, target } from './__fixtures__/records.ts';
import { askModel } from './ask-model.ts';

const rows = [doubtful('title', 'position', 'job'), doubtful('category', 'segment')];
const signal = new AbortController().signal;
const right = JSON.stringify({
  rows: [
    { row: 1, pick: 2, sure: 'high' },
    { row: 2, pick: 1, sure: 'low' },
  ],
});

/** A model that gives these answers in turn, and remembers what it was asked. */
function scripted(...answers: (Partial<ModelAnswer> | Error)[]) {
  const asked: string[] = [];
  const model: LanguageModel = {
    async answer({ data }) {
      asked.push(data);
      const next = answers.shift();
      if (next === undefined) throw new Error('asked once more than expected');
      if (next instanceof Error) throw next;
      return { text: right, tokens: 100, ending: 'complete', ...next };
    },
  };
  return { model, asked };
}

test('one question, its verdicts and its tokens', async () => {
  const { model, asked } = scripted({ tokens: 321 });
  expect(await askModel(model, rows, source, target, signal)).toStrictEqual({
    verdicts: new Map([
      ['title', { pick: 'job', sure: 'high', offered: ['position', 'job'] }],
      ['category', { pick: 'segment', sure: 'low', offered: ['segment'] }],
    ]),
    tokens: 321,
    warning: null,
  });
  expect(asked).toHaveLength(1);
});

test.each([
  ['it refused to answer', { ending: 'refused' as const, text: '' }, 100],
  ['its answer was too long', { ending: 'cut' as const, text: '{"rows":[' }, 100],
  ['it answered in another form than asked for', { text: 'I think' }, 100],
  ['Claude answered HTTP 529', new OutsideError('model_failed', 'Claude answered HTTP 529', 'Wait'), 0],
])('%s: a warning, and no verdict', async (why, answer, tokens) => {
  const { model } = scripted(answer);
  expect(await askModel(model, rows, source, target, signal)).toStrictEqual({
    verdicts: new Map(),
    tokens,
    warning: `The model could not help: ${why}; 2 doubtful rows are as found without it`,
  });
});

test('what was answered before a failure counts', async () => {
  const many = [
    ...Array.from({ length: 60 }, () => doubtful('title', 'job')),
    doubtful('category', 'segment'),
  ];
  const { model, asked } = scripted(
    { text: '{"rows":[{"row":1,"pick":1,"sure":"high"}]}' },
    new OutsideError('model_failed', 'Claude cannot be reached', 'Wait'),
  );
  const { verdicts, tokens, warning } = await askModel(model, many, source, target, signal);
  expect([[...verdicts.keys()], tokens, asked.length]).toStrictEqual([['title'], 100, 2]);
  expect(warning).toContain('Claude cannot be reached');
});

/** Answers only when it is told to stop. */
const silent: LanguageModel = {
  answer: ({ signal: stop }) =>
    new Promise((_, reject) => stop.addEventListener('abort', () => reject(stop.reason))),
};

test('a model that takes too long is not waited for', async () => {
  expect(await askModel(silent, rows, source, target, signal, 20)).toMatchObject({
    verdicts: new Map(),
    warning: 'The model could not help: it took longer than 0.02 s; 2 doubtful rows are as found without it',
  });
});

test('a caller that stops is obeyed', async () => {
  const stop = new AbortController();
  const asking = askModel(silent, rows, source, target, stop.signal);
  stop.abort(new Error('Ctrl-C'));
  await expect(asking).rejects.toThrow('Ctrl-C');
});
