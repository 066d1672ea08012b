import { expect, test } from 'vitest';
import { interruptHandler, untilInterrupted } from './interrupt.ts';

test('the first signal stops, one of the same keypress is passed over, a later one ends at once', () => {
  const calls: unknown[] = [];
  let time = 1_000;
  const handle = interruptHandler(
    () => calls.push('stop'),
    (code) => calls.push(code),
    () => time,
  );
  handle('SIGINT');
  time += 20;
  handle('SIGINT');
  expect(calls).toStrictEqual(['stop']);
  time += 1_000;
  handle('SIGINT');
  handle('SIGTERM');
  expect(calls).toStrictEqual(['stop', 130, 143]);
});

test('work that does not look at the signal is left when interrupted', async () => {
  const stop = new AbortController();
  const endless = untilInterrupted(new Promise(() => {}), stop.signal);
  stop.abort();
  await expect(endless).rejects.toBe(stop.signal.reason);
  await expect(untilInterrupted(new Promise(() => {}), stop.signal)).rejects.toBe(stop.signal.reason);
  await expect(untilInterrupted(Promise.resolve(1), new AbortController().signal)).resolves.toBe(1);
});
