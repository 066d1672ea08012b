import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { guardStreams } from './guard-streams.ts';

/** A stream whose writes fail with this code, as process.stdout's do: it lives on. */
function failing(code: string | null) {
  let written = '';
  const stream = new Writable({
    autoDestroy: false,
    write(chunk, _encoding, done) {
      written += chunk;
      done(code === null ? null : Object.assign(new Error(code), { code }));
    },
  });
  return { stream, written: () => written };
}

test.each([
  ['a reader who has gone', 'EPIPE', null, [], ''],
  ['a full disk', 'ENOSPC', null, [4], 'causeway: disk_full: The disk is full at stdout (ENOSPC). '],
  ['something else', 'EIO', null, [4], 'causeway: output_failed: Writing failed at stdout (EIO). '],
  ['nobody hears of a closed stderr', null, 'EPIPE', [], 'x'],
  ['a full stderr has only its exit code', null, 'ENOSPC', [4], 'x'],
])('%s', async (_name, outCode, errCode, codes, line) => {
  const out = failing(outCode);
  const err = failing(errCode);
  const failed: number[] = [];
  guardStreams(out.stream, err.stream, (code) => failed.push(code));
  const { stream } = outCode === null ? err : out;
  await new Promise((resolve) => stream.write('x', resolve));
  await new Promise(setImmediate);
  expect(failed).toStrictEqual(codes);
  expect(err.written().slice(0, line.length || undefined)).toBe(line);
});
