import { expect, test } from 'vitest';
import { Calls } from './calls.ts';

test('close aborts what runs and waits until it has stopped', async () => {
  const calls = new Calls();
  const log: string[] = [];
  const call = calls.run(async (signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    log.push('aborted');
    await Promise.resolve();
    log.push('stopped');
    throw new Error('cancelled');
  }, new AbortController().signal);
  const failed = expect(call).rejects.toThrow('cancelled');
  await calls.close();
  log.push('closed');
  await failed;
  expect(log).toStrictEqual(['aborted', 'stopped', 'closed']);
});

test('a call that its client cancels is aborted; the others go on', async () => {
  const calls = new Calls();
  const cancelled = new AbortController();
  const aborted = (signal: AbortSignal) =>
    new Promise<boolean>((resolve) => {
      cancelled.signal.addEventListener('abort', () => resolve(signal.aborted));
    });
  const one = calls.run(aborted, cancelled.signal);
  const other = calls.run(aborted, new AbortController().signal);
  cancelled.abort();
  expect(await Promise.all([one, other])).toStrictEqual([true, false]);
});
