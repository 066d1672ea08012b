import { test as always } from 'vitest';
import { RecordError } from '../src/record-error.ts';
import { unfilledFields } from './fakes.ts';
import { sourceRecord } from './records.ts';
import { createWorld } from './world.ts';

/** A field that the target requires and that neither the mapping nor overrides.ts fills; undefined when there is none. */
export const unfilled = findUnfilled();

/** A test of writing: skipped while the target can take no record at all. */
export const test = unfilled === undefined ? always : always.skip;

const { update, upsert } = createWorld(0).connection.target;
/** Whether the target's API can change what it has. */
export const changes = update !== null || upsert !== null;

function findUnfilled(): string | undefined {
  try {
    createWorld(0).connection.prepare(sourceRecord(1));
    return undefined;
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    const place = error.path.replace(/\.\d+(?=\.|$)/g, '[]');
    return unfilledFields.find((path) => path === place || path.startsWith(`${place}.`));
  }
}
