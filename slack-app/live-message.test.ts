import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LiveMessage } from './live-message.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const message = (text: string) => ({ text, blocks: [] });

function recorder(fail: (text: string) => boolean = () => false) {
  const calls: [at: number, what: string][] = [];
  const start = performance.now();
  const record = async (what: string, text: string) => {
    calls.push([performance.now() - start, `${what} ${text}`]);
    if (fail(text)) throw new Error(`no ${text}`);
  };
  const failures: string[] = [];
  const thread = {
    post: async ({ text }: { text: string }) => {
      await record('post', text);
      return '1.1';
    },
    update: (ts: string, { text }: { text: string }) => record(`update ${ts}`, text),
  };
  const live = new LiveMessage(thread, 1_000, (error) => failures.push(String(error)));
  return { calls, failures, live };
}

it('posts at once, updates at most once a second with the newest state, and always shows the last', async () => {
  const { calls, live } = recorder();
  live.show(message('a'));
  for (const text of ['b', 'c', 'd']) {
    await vi.advanceTimersByTimeAsync(300);
    live.show(message(text));
  }
  await vi.advanceTimersByTimeAsync(200);
  live.show(message('e'));
  live.show(message('f'));
  const settled = live.settled();
  await vi.advanceTimersByTimeAsync(5_000);
  await settled;
  expect(calls).toEqual([
    [0, 'post a'],
    [1_000, 'update 1.1 d'],
    [2_000, 'update 1.1 f'],
  ]);
});

it('keeps its distance after a pause, and none longer than needed', async () => {
  const { calls, live } = recorder();
  live.show(message('a'));
  await vi.advanceTimersByTimeAsync(3_000);
  live.show(message('b'));
  await vi.advanceTimersByTimeAsync(0);
  live.show(message('c'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(calls.map(([at]) => at)).toEqual([0, 3_000, 4_000]);
});

it('goes on after a failed call, and posts again when the post failed', async () => {
  const { calls, failures, live } = recorder((text) => text !== 'c');
  live.show(message('a'));
  await vi.advanceTimersByTimeAsync(1_000);
  live.show(message('c'));
  await vi.advanceTimersByTimeAsync(1_000);
  live.show(message('d'));
  await vi.advanceTimersByTimeAsync(1_000);
  await live.settled();
  expect([calls.map(([, what]) => what), failures]).toEqual([
    ['post a', 'post c', 'update 1.1 d'],
    ['Error: no a', 'Error: no d'],
  ]);
});
