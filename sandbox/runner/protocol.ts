/** What the parent and its child say to each other: one JSON document per line, on stdin and stdout. */
export interface StartMessage {
  readonly kind: 'start';
  /** What every isolate starts from: source of the runtime, or the snapshot that another child has made of it (base64). */
  readonly runtime: { readonly source: string } | { readonly snapshot: string };
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
  /** With the snapshot, when this child had to make it. */
  | { readonly kind: 'ready'; readonly snapshot: string | null }
  | {
      readonly kind: 'reply';
      readonly outcome: 'done' | 'timeout' | 'memory' | 'stuck' | 'output';
      /** What the isolate reports: JSON text written by untrusted hands. Null when it could not be asked. */
      readonly report: string | null;
    };
