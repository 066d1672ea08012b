import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { getQuickJS } from 'quickjs-emscripten';
import { ownCode } from '../../../sandbox/bundle/own-code.ts';
import { closeSandbox, TestVariants } from '../../../sandbox/index.ts';

const root = join(import.meta.dirname, '../../..');

/** Runs the same test file once; answers how many tests passed. */
export interface Contender {
  readonly name: string;
  readonly isolation: string;
  run(): Promise<number>;
  close(): Promise<void>;
}

export interface Workload {
  readonly files: Readonly<Record<string, string>>;
  readonly test: string;
  /** The test file with all it imports, as the sandbox bundles it. */
  readonly bundle: string;
}

/** What the runtime puts into a realm: see sandbox/runtime. */
interface Host {
  prepare(mode: 'tests'): void;
  tick(): string;
  report(): string;
}

export function ours({ files, test }: Workload): Contender {
  const variants = new TestVariants(files);
  return {
    name: 'Causeway sandbox',
    isolation: 'isolate in a process without rights',
    async run() {
      const { tests } = await variants.run(test, { prelude: '' });
      return passed(tests);
    },
    close: closeSandbox,
  };
}

/** The same runtime and bundle in `node:vm`: how fast it could be if nobody had to be kept in. */
export async function nodeVm({ bundle }: Workload): Promise<Contender> {
  const { runtime } = await ownCode();
  const [prepared, suite] = [new Script(runtime), new Script(bundle)];
  return {
    name: 'node:vm',
    isolation: 'none: one line leads out',
    async run() {
      const context = createContext({});
      prepared.runInContext(context);
      const host = context['__sandboxHost'] as Host;
      host.prepare('tests');
      suite.runInContext(context);
      for (let state = 'more'; state === 'more'; state = host.tick()) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      return passed(JSON.parse(host.report()).tests);
    },
    close: async () => undefined,
  };
}

export async function quickJs({ bundle }: Workload): Promise<Contender> {
  const [{ runtime }, engine] = await Promise.all([ownCode(), getQuickJS()]);
  return {
    name: 'quickjs-emscripten',
    isolation: 'WebAssembly in our process',
    async run() {
      const realm = engine.newContext();
      try {
        const evaluate = (code: string): unknown => {
          const handle = realm.unwrapResult(realm.evalCode(code));
          const value = realm.dump(handle);
          handle.dispose();
          realm.runtime.executePendingJobs();
          return value;
        };
        evaluate(runtime);
        evaluate('globalThis.host = __sandboxHost; host.prepare("tests")');
        evaluate(bundle);
        for (let state: unknown = 'more'; state === 'more'; ) state = evaluate('host.tick()');
        return passed(JSON.parse(String(evaluate('host.report()'))).tests);
      } finally {
        realm.dispose();
      }
    },
    close: async () => undefined,
  };
}

/** What a developer would start: a new process, all of Node at hand. */
export async function vitest(folder: string): Promise<Contender> {
  const dir = await mkdtemp(join(tmpdir(), 'causeway-bench-'));
  await cp(folder, dir, { recursive: true });
  await symlink(join(root, 'node_modules'), join(dir, 'node_modules'));
  return {
    name: 'vitest run',
    isolation: 'none: all rights of the user',
    async run() {
      const report = join(dir, 'report.json');
      const vitestBin = join(root, 'node_modules/vitest/vitest.mjs');
      const args = [vitestBin, 'run', '--reporter=json', `--outputFile=${report}`, '--root', dir];
      const child = spawn(process.execPath, args, { cwd: dir, stdio: 'ignore' });
      await once(child, 'close');
      return Number(JSON.parse(await readFile(report, 'utf8')).numPassedTests);
    },
    close: () => rm(dir, { recursive: true, force: true }),
  };
}

function passed(tests: readonly { readonly status: string }[]): number {
  return tests.filter(({ status }) => status === 'passed').length;
}
