import { type VirtualFiles, virtualFiles } from './bundle/virtual-files.ts';
import { limitsOf } from './limits.ts';
import { bundleTests, runBundle, type TestBundle, type TestFileResult } from './test-bundle.ts';

export interface VariantRun {
  /** Statements on one line that run before the file's code: they choose the variant. */
  readonly prelude: string;
  /** Per run. */
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  readonly signal?: AbortSignal;
}

/** The same test files run many times over code that behaves differently by a global: each file is bundled once. */
export class TestVariants {
  readonly #files: VirtualFiles;
  readonly #bundles = new Map<string, Promise<TestBundle | TestFileResult>>();

  /** Sources by path, the test files among them. */
  constructor(files: Readonly<Record<string, string>>) {
    this.#files = virtualFiles(files);
  }

  /** Runs one test file of one variant in an isolate of its own. Throws as `runTests` does. */
  async run(file: string, { prelude, signal, ...asked }: VariantRun): Promise<TestFileResult> {
    const limits = limitsOf(asked);
    const made = this.#bundles.get(file) ?? bundleTests(this.#files, file);
    this.#bundles.set(file, made);
    const bundle = await made;
    return 'verdict' in bundle
      ? bundle
      : runBundle(bundle, { prelude, ...limits, ...(signal && { signal }) });
  }
}
