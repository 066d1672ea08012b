/** How a run of untrusted code ended. Every one of them is a result; the sandbox itself failing is a thrown error. */
export type Verdict = 'ok' | 'error' | 'timeout' | 'memory' | 'crash' | 'output' | 'stuck';

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** `at` is `file:line:column` in the sources given, or null when the failure has no place there. */
export interface RunError {
  readonly message: string;
  readonly at: string | null;
}

export interface SandboxResult {
  readonly verdict: Verdict;
  /** The default export, awaited, and called first when it is a function. */
  readonly value: JsonValue;
  /** Console lines. */
  readonly logs: string[];
  readonly error: RunError | null;
  /** Wall time, milliseconds. */
  readonly ms: number;
}

export interface SandboxTest {
  readonly file: string;
  /** Names of the suites and of the test, joined with ` > `. */
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Virtual milliseconds that the test let pass: the same in every run. */
  readonly ms: number;
  readonly error: RunError | null;
}

export interface SandboxTestsResult {
  /** `ok` when every file ran to its end, whether or not its tests passed; else the first file's other verdict. */
  readonly verdict: Verdict;
  readonly tests: SandboxTest[];
  readonly logs: string[];
  readonly error: RunError | null;
  readonly ms: number;
}
