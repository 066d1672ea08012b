export type TestFunction = (context: Record<string, unknown>) => unknown;
export type Hook = (context: Record<string, unknown>) => unknown;
export type HookName = 'beforeAll' | 'afterAll' | 'beforeEach' | 'afterEach';
export type How = 'run' | 'skip' | 'only' | 'todo';

export interface Test {
  readonly kind: 'test';
  readonly name: string;
  readonly how: How;
  readonly fails: boolean;
  readonly run: TestFunction;
}

export interface Suite {
  readonly kind: 'suite';
  readonly name: string;
  readonly how: How;
  readonly collect: () => unknown;
  readonly entries: (Test | Suite)[];
  readonly hooks: Record<HookName, Hook[]>;
}

export function newSuite(name: string, how: How, collect: () => unknown): Suite {
  const hooks = { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
  return { kind: 'suite', name, how, collect, entries: [], hooks };
}

export const root = newSuite('', 'run', () => undefined);
let current: Suite | null = root;

/** The suite being described. An error once the tests run. */
export function here(): Suite {
  if (current === null)
    throw new Error('describe, it and hooks belong at the top of the file, not inside a test');
  return current;
}

/** Runs the bodies of all `describe` calls, outermost first, then closes the tree. */
export async function collectAll(suite: Suite = root): Promise<void> {
  for (const entry of suite.entries) {
    if (entry.kind === 'test') continue;
    current = entry;
    // Called bare: as a method, it would hand the suite itself to the code.
    const { collect } = entry;
    await collect();
    await collectAll(entry);
  }
  if (suite === root) current = null;
}

/** True when a test or suite in it is marked `only`. */
export function hasOnly(entry: Test | Suite): boolean {
  return entry.how === 'only' || (entry.kind === 'suite' && entry.entries.some(hasOnly));
}
