import { expect, test } from 'vitest';
import { readArguments } from '../../evals/arguments.ts';
import { argumentsOf } from './eval.ts';

test('every option reaches the suite, with paths from where the caller stands', () => {
  const argv = argumentsOf(
    {
      cases: ['a', '/b'],
      matcher: 'causeway',
      splits: 'lopo',
      maxPairs: '7',
      predictions: 'p.jsonl',
      report: 'r',
      headline: 'h.json',
      json: true,
    },
    '/home/ada',
  );
  expect(readArguments(argv)).toStrictEqual({
    cases: ['/home/ada/a', '/b'],
    matcher: 'causeway',
    splits: 'lopo',
    maxPairs: 7,
    predictions: '/home/ada/p.jsonl',
    report: '/home/ada/r',
    accept: false,
    headline: '/home/ada/h.json',
    json: true,
  });
});

test('nothing said is nothing passed on; accept is', () => {
  expect(argumentsOf({ accept: true }, '/home/ada')).toStrictEqual(['--accept']);
  expect(argumentsOf({}, '/home/ada')).toStrictEqual([]);
});
