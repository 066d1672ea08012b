import { clock } from './clock.ts';
import { logs } from './console.ts';
import { errorJson } from './describe-error.ts';
import { outputLimits } from './limits.ts';
import { JsonList, jsonOf, stringify } from './primordials.ts';

export type Mode = 'module' | 'tests';
/** What the host must do next: call again, or read the report. */
export type Tick = 'more' | 'done' | 'stuck' | 'output';
export type Leave = (namespace: Record<string, unknown>) => void;
export type Main = (leave: Leave) => Promise<void>;

/** How the tests are run; the runtime's own test runner, injected so that a module run needs none. */
export interface TestRunner {
  run(add: (testJson: string) => void): Promise<void>;
  /** Ends the test that waits for something which cannot happen. False when none is running. */
  interrupt(reason: Error): boolean;
}

const tests = new JsonList();
let runner: TestRunner | null = null;
let verdict: 'ok' | 'error' | 'output' | null = null;
let value = 'null';
let error = 'null';

/** One run of untrusted code, from the host's side. None of this is reachable from the code. */
export const session = {
  /** Called by the bundle, once: runs the code to its end. */
  begin(mode: Mode, testRunner: TestRunner, main: Main): void {
    if (mode === 'tests') runner = testRunner;
    void finish(mode === 'module' ? runModule(main) : runTests(main, testRunner));
  },

  /** One step of virtual time. The engine runs all microtasks between two of them. */
  tick(): Tick {
    if (logs.overflown()) return 'output';
    if (verdict !== null) return verdict === 'output' ? 'output' : 'done';
    if (clock.takeTurn()) return 'more';
    try {
      if (!clock.held && clock.fire()) return 'more';
    } catch (thrown) {
      uncaught(thrown);
      return 'more';
    }
    return runner?.interrupt(new Error('never finished: it waits for something that cannot happen'))
      ? 'more'
      : 'stuck';
  },

  /** What is known now, as JSON text. Meaningful at any time, also after a timeout. */
  report(): string {
    const ended = logs.overflown() ? 'output' : verdict;
    return `{"verdict":${stringify(ended)},"value":${value},"logs":${logs.json()},"error":${error},"tests":${tests}}`;
  },
};

async function runModule(main: Main): Promise<void> {
  let exported: unknown;
  await main((namespace) => {
    exported = namespace['default'];
  });
  const result: unknown = typeof exported === 'function' ? await exported() : await exported;
  const text = jsonOf(result) ?? 'null';
  if (text.length > outputLimits.value) throw tooMuch('value', outputLimits.value);
  value = text;
}

async function runTests(main: Main, testRunner: TestRunner): Promise<void> {
  await main(() => undefined);
  await testRunner.run((json) => {
    if (tests.length + json.length > outputLimits.tests) throw tooMuch('test report', outputLimits.tests);
    tests.add(json);
  });
}

async function finish(run: Promise<void>): Promise<void> {
  try {
    await run;
    verdict ??= 'ok';
  } catch (thrown) {
    fail(thrown);
  }
}

function uncaught(thrown: unknown): void {
  const reason = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (!runner?.interrupt(reason)) fail(thrown);
}

function fail(thrown: unknown): void {
  error = errorJson(thrown);
  verdict ??= 'error';
}

function tooMuch(what: string, limit: number): Error {
  verdict = 'output';
  return new RangeError(`the ${what} is larger than ${limit} characters`);
}
