import { type ChildProcess, spawn } from 'node:child_process';
import { ownCode } from '../bundle/own-code.ts';
import type { ToChild } from '../runner/protocol.ts';
import { childCommand } from './child-command.ts';
import { readLines } from './read-lines.ts';
import { ChildMessage, firstReplyLimit, parseReply, replyLimit } from './reply.ts';
import { SandboxUnavailable } from './sandbox-unavailable.ts';

type Listener = (message: ChildMessage | { readonly kind: 'gone'; readonly signal: string | null }) => void;

/** What the first child made of the runtime: the others need not make it again. */
let snapshot: string | null = null;

/** One child process. It keeps its parent alive only while it works, and dies when its parent does. */
export class SandboxChild {
  readonly #process: ChildProcess;
  #listener: Listener | null = null;
  #gone = false;
  #ready = false;
  #errors = '';

  private constructor(script: string) {
    const { command, args } = childCommand(script);
    // A fixed time zone, so that the same code gives the same answers everywhere. Nothing else gets in.
    this.#process = spawn(command, args, { cwd: '/', env: { TZ: 'UTC' }, stdio: ['pipe', 'pipe', 'pipe'] });
    const { stdin, stdout, stderr } = this.#process;
    // Writing to a child that has just died fails; its end is told by `exit`.
    stdin?.on('error', () => undefined);
    stderr?.on('data', (chunk: Buffer) => {
      if (this.#errors.length < 2_000) this.#errors += chunk.toString();
    });
    const kill = () => this.kill();
    if (stdout !== null)
      readLines(
        stdout,
        () => (this.#ready ? replyLimit : firstReplyLimit),
        (line) => this.#hear(line),
        kill,
      );
    this.#process.on('error', () => this.#end(null));
    this.#process.on('close', (_code, signal) => this.#end(signal));
    this.hold(false);
  }

  /** Forks a child and waits until it takes jobs. */
  static async start(): Promise<SandboxChild> {
    const { runner, runtime } = await ownCode();
    const child = new SandboxChild(runner);
    child.hold(true);
    const first = await new Promise<Parameters<Listener>[0]>((resolve) => {
      child.listen(resolve);
      child.send({ kind: 'start', runtime: snapshot === null ? { source: runtime } : { snapshot } });
    });
    child.hold(false);
    child.listen(null);
    child.#ready = true;
    if (first.kind === 'ready') {
      snapshot ??= first.snapshot;
      return child;
    }
    child.kill();
    throw new SandboxUnavailable(child.#why());
  }

  get gone(): boolean {
    return this.#gone;
  }

  get pid(): number | null {
    return this.#process.pid ?? null;
  }

  /** Who hears what the child says next, its end included. */
  listen(listener: Listener | null): void {
    this.#listener = listener;
  }

  send(message: ToChild): void {
    this.#process.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  /** Whether the parent stays alive for this child. */
  hold(hold: boolean): void {
    for (const handle of [this.#process, ...this.#process.stdio]) {
      if (handle !== null && handle !== undefined && 'ref' in handle && 'unref' in handle) {
        if (hold) (handle as ChildProcess).ref();
        else (handle as ChildProcess).unref();
      }
    }
  }

  #hear(line: string): void {
    const message = parseReply(ChildMessage, line);
    if (message === null) this.kill();
    else this.#listener?.(message);
  }

  #end(signal: string | null): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#listener?.({ kind: 'gone', signal });
  }

  #why(): string {
    const lines = this.#errors.split('\n').map((line) => line.trim());
    return (
      lines.find((line) => /error/i.test(line)) ??
      lines.find((line) => line !== '') ??
      'its process ended at once'
    );
  }
}
