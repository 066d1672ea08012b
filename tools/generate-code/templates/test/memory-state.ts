import type { DeadLetter, Seen, StateEntry, SyncState } from '../src/state.ts';

/** State that is gone with the test, with the notes of everything that was to be kept. */
export class MemoryState implements SyncState {
  readonly entries = new Map<string, StateEntry>();
  readonly deadLetters: DeadLetter[] = [];
  readonly checkpoints: string[] = [];
  checkpoint: string | null = null;
  readonly deadLetterFile = null;

  entry(sourceId: string): StateEntry | undefined {
    return this.entries.get(sourceId);
  }

  ownerOf(targetId: string): string | undefined {
    return [...this.entries].find(([, { target }]) => target === targetId)?.[0];
  }

  async beginCreate(sourceId: string, hash: string): Promise<void> {
    this.entries.set(sourceId, { target: null, hash, filled: [] });
  }

  async written(
    sourceId: string,
    target: string,
    hash: string,
    filled: readonly string[],
    seen?: Seen,
  ): Promise<void> {
    this.entries.set(sourceId, { target, hash, filled, ...(seen && { seen }) });
  }

  async forget(sourceId: string): Promise<void> {
    this.entries.delete(sourceId);
  }

  async saveCheckpoint(checkpoint: string): Promise<void> {
    this.checkpoint = checkpoint;
    this.checkpoints.push(checkpoint);
  }

  async addDeadLetter(letter: DeadLetter): Promise<void> {
    this.deadLetters.push(letter);
  }
}
