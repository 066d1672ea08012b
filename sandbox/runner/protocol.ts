/** What the parent and its child say to each other: one JSON document per line, on stdin and stdout. */
export interface StartMessage {
  readonly kind: 'start';
  /** Source of the isolate's runtime. */
  readonly runtime: string;
}

export interface JobMessage {
  readonly kind: 'job';
  readonly mode: 'module' | 'tests';
  readonly code: string;
  readonly bundleName: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

export type ToChild = StartMessage | JobMessage;

export type FromChild =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'reply';
      readonly outcome: 'done' | 'timeout' | 'memory' | 'stuck' | 'output';
      /** What the isolate reports: JSON text written by untrusted hands. Null when it could not be asked. */
      readonly report: string | null;
    };
