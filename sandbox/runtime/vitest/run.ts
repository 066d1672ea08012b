import { clock } from '../clock.ts';
import { errorJson } from '../describe-error.ts';
import { stringify } from '../primordials.ts';
import type { TestRunner } from '../session.ts';
import { expect, startCount } from './expect.ts';
import { collectAll, type Hook, hasOnly, root, type Suite, type Test } from './tree.ts';

type Status = 'passed' | 'failed' | 'skipped';
type Add = (testJson: string) => void;
interface Frame {
  readonly suite: Suite;
  readonly names: string;
}

class Skip extends Error {}
let stop: ((reason: Error) => void) | null = null;

/** Runs a file's tests one after another; a test that fails, throws or never ends does not touch the next. */
export const testRunner: TestRunner = {
  async run(add) {
    await collectAll();
    if (!hasTest(root)) throw new Error('no test found in this file');
    await runSuite([{ suite: root, names: '' }], hasOnly(root), add);
  },

  interrupt(reason) {
    if (stop === null) return false;
    stop(reason);
    return true;
  },
};

async function runSuite(frames: readonly Frame[], onlyMarked: boolean, add: Add): Promise<void> {
  const frame = frames.at(-1);
  if (frame === undefined) return;
  const { suite, names } = frame;
  const active = hasActive(suite, onlyMarked);
  const broken = active ? await failureOf(() => runHooks(suite.hooks.beforeAll)) : null;
  for (const entry of suite.entries) {
    const name = names === '' ? entry.name : `${names} > ${entry.name}`;
    const left = onlyMarked && entry.how !== 'only';
    if (entry.kind === 'suite') {
      if (entry.how === 'skip' || entry.how === 'todo' || (left && !hasOnly(entry)) || broken !== null) {
        reportAll(entry, name, broken, add);
      } else await runSuite([...frames, { suite: entry, names: name }], left || hasOnlyInside(entry), add);
    } else if (entry.how === 'skip' || entry.how === 'todo' || left) add(record(name, 'skipped', 0, null));
    else if (broken !== null) add(record(name, 'failed', 0, broken.error));
    else await runTest(entry, name, frames, add);
  }
  const after = active ? await failureOf(() => runHooks(suite.hooks.afterAll)) : null;
  if (after !== null)
    add(record(names === '' ? 'afterAll' : `${names} > afterAll`, 'failed', 0, after.error));
}

async function runTest(test: Test, name: string, frames: readonly Frame[], add: Add): Promise<void> {
  const started = clock.now();
  const cleanups: Hook[] = [];
  const onFailure: Hook[] = [];
  const context = contextOf(name, cleanups, onFailure);
  const count = startCount();
  let failure = await failureOf(async () => {
    for (const { suite } of frames) {
      for (const hook of suite.hooks.beforeEach) {
        const cleanup = await hook(context);
        if (typeof cleanup === 'function') cleanups.push(cleanup as Hook);
      }
    }
    const { run } = test;
    await run(context);
    while (count.promises.length > 0) await count.promises.shift();
    if (count.expected !== null && count.assertions !== count.expected) {
      throw new Error(`expected ${count.expected} assertions, made ${count.assertions}`);
    }
    if (count.assertions === 0) throw new Error('made no assertion');
  });
  const after = await failureOf(async () => {
    for (const { suite } of frames.toReversed()) await runHooks(suite.hooks.afterEach.toReversed(), context);
    await runHooks(cleanups.toReversed(), context);
  });
  if (failure?.error instanceof Skip) return add(record(name, 'skipped', 0, null));
  if (test.fails) failure = failure === null ? { error: new Error('expected the test to fail') } : null;
  failure ??= after;
  if (failure !== null) await failureOf(() => runHooks(onFailure, context));
  const ms = Math.max(0, clock.now() - started);
  add(failure === null ? record(name, 'passed', ms, null) : record(name, 'failed', ms, failure.error));
}

function contextOf(name: string, cleanups: Hook[], onFailure: Hook[]): Record<string, unknown> {
  const skip = (): never => {
    throw new Skip();
  };
  const onTestFinished = (cleanup: Hook) => cleanups.push(cleanup);
  const onTestFailed = (hook: Hook) => onFailure.push(hook);
  return { expect, task: { name }, skip, onTestFinished, onTestFailed, signal: new AbortController().signal };
}

async function runHooks(hooks: readonly Hook[], context: Record<string, unknown> = {}): Promise<void> {
  for (const hook of hooks) await hook(context);
}

/** Runs something that the host may have to interrupt. Null when it went well. */
async function failureOf(run: () => Promise<unknown>): Promise<{ error: unknown } | null> {
  const interrupted = new Promise<never>((_, reject) => {
    stop = reject;
  });
  try {
    await Promise.race([run(), interrupted]);
    return null;
  } catch (error) {
    return { error };
  } finally {
    stop = null;
  }
}

function record(name: string, status: Status, ms: number, error: unknown): string {
  const reason = status === 'failed' ? errorJson(error) : 'null';
  return `{"name":${stringify(name)},"status":${stringify(status)},"ms":${stringify(ms)},"error":${reason}}`;
}

function reportAll(suite: Suite, names: string, broken: { error: unknown } | null, add: Add): void {
  for (const entry of suite.entries) {
    const name = `${names} > ${entry.name}`;
    if (entry.kind === 'suite') reportAll(entry, name, broken, add);
    else add(record(name, broken === null ? 'skipped' : 'failed', 0, broken?.error));
  }
}

const hasTest = (suite: Suite): boolean =>
  suite.entries.some((entry) => entry.kind === 'test' || hasTest(entry));
const hasOnlyInside = (suite: Suite): boolean => suite.entries.some(hasOnly);

/** Whether any test of it will run, so that its hooks are needed. */
function hasActive(suite: Suite, onlyMarked: boolean): boolean {
  return suite.entries.some((entry) => {
    if (entry.how === 'skip' || entry.how === 'todo') return false;
    if (entry.kind === 'test') return !onlyMarked || entry.how === 'only';
    if (onlyMarked && !hasOnly(entry)) return false;
    return hasActive(entry, (onlyMarked && entry.how !== 'only') || hasOnlyInside(entry));
  });
}
