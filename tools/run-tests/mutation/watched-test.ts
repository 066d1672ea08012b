import { z } from 'zod';

/** Statements that make a watched test tell what its tests reach. */
export const tellReached = 'globalThis.__stryker__={};globalThis.__reached=true;';

/** A statement that leaves all other tests out. */
export const onlyTests = (names: readonly string[]): string =>
  `globalThis.__wanted=${JSON.stringify(names).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')};`;

const bits = z.string().regex(/^[0-9a-f]+$/);
const Line = z.strictObject({ always: bits, tests: z.array(z.tuple([z.string(), bits])) });

/** Which mutants, by number, a file's tests reach. */
export class Reached {
  readonly #always: bigint;
  readonly #tests: readonly (readonly [name: string, mutants: bigint])[];

  /** `logs` of a watched test that was asked to tell. Reaches nothing where they do not say. */
  constructor(logs: readonly string[]) {
    const { always, tests } = lineOf(logs.at(-1)) ?? { always: '0', tests: [] };
    this.#always = BigInt(`0x${always}`);
    this.#tests = tests.map(([name, reached]) => [name, BigInt(`0x${reached}`)]);
  }

  /** Names of the tests that reach a mutant; null for all of them. */
  by(id: string): readonly string[] | null {
    const mask = 1n << BigInt(id);
    if ((this.#always & mask) !== 0n) return null;
    return this.#tests.filter(([, reached]) => (reached & mask) !== 0n).map(([name]) => name);
  }
}

function lineOf(text: string | undefined): z.infer<typeof Line> | null {
  try {
    return Line.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

/**
 * A test file around another one. It stops at the first failing test, runs only the tests that `globalThis.__wanted`
 * names when it is set, and logs as its last line which mutants each test reached.
 */
export function watchTest(path: string): { readonly path: string; readonly content: string } {
  const watched = path.replace(/\.test\.ts$/, '.watched.ts');
  const content = `import { afterAll, beforeEach } from 'vitest';
import './${path.split('/').at(-1)}';
let failed = false;
beforeEach(({ task, skip, onTestFailed }) => {
  const wanted = globalThis.__wanted;
  if (failed || (wanted !== undefined && !wanted.includes(task.name))) skip();
  if (globalThis.__stryker__ !== undefined) globalThis.__stryker__.currentTestId = task.name;
  onTestFailed(() => {
    failed = true;
  });
});
afterAll(() => {
  if (globalThis.__reached !== true) return;
  const { mutantCoverage: reached = { static: {}, perTest: {} } } = globalThis.__stryker__ ?? {};
  const bits = (ids) => {
    let all = 0n;
    for (const id of Object.keys(ids)) all |= 1n << BigInt(id);
    return all.toString(16);
  };
  const tests = Object.entries(reached.perTest).map(([name, ids]) => [name, bits(ids)]);
  console.log(JSON.stringify({ always: bits(reached.static), tests }));
});
`;
  return { path: watched, content };
}
