import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { readLines } from './read-lines.ts';

it('hands over whole lines, however they arrive', async () => {
  const stream = new PassThrough();
  const lines: string[] = [];
  readLines(
    stream,
    () => 100,
    (line) => lines.push(line),
    () => lines.push('too long'),
  );
  for (const chunk of [
    'one\ntw',
    'o\n',
    Buffer.from('gr\xc3', 'latin1'),
    Buffer.from('\xbcn\nrest', 'latin1'),
  ]) {
    stream.write(chunk);
  }
  await new Promise((resolve) => stream.end(resolve));
  expect(lines).toEqual(['one', 'two', 'grün']);
});

it('gives up on a line that is too long', async () => {
  const stream = new PassThrough();
  const lines: string[] = [];
  readLines(
    stream,
    () => 10,
    (line) => lines.push(line),
    () => lines.push('too long'),
  );
  for (const chunk of ['short\n', '123456', '7890123', '\nmore\n']) stream.write(chunk);
  await new Promise((resolve) => stream.end(resolve));
  expect(lines).toEqual(['short', 'too long']);
});
