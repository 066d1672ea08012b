import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { RememberedRow } from '../../tools/model/index.ts';
import { MemoryStore } from './memory-store.ts';

const row = (also: Partial<RememberedRow> = {}): RememberedRow => ({
  source: { system: 'acme', entity: 'person' },
  target: { system: 'brix', entity: 'contact' },
  sourcePaths: ['mail'],
  targetPath: 'email',
  verdict: 'approved',
  transform: { kind: 'rename' },
  ...also,
});
const file = () => join(mkdtempSync(join(tmpdir(), 'causeway-memory-')), 'memory.db');

test('a later decision replaces the earlier one; rejections stand beside it', () => {
  const store = new MemoryStore(file());
  store.remember([row(), row({ sourcePaths: ['phone'], verdict: 'rejected' })]);
  store.remember([row({ sourcePaths: ['work_mail'], verdict: 'edited' })]);
  expect(store.recall('acme', 'else').map(({ sourcePaths, verdict }) => [sourcePaths, verdict])).toEqual([
    [['work_mail'], 'edited'],
    [['phone'], 'rejected'],
  ]);
  expect(store.recall('none', 'nothing')).toEqual([]);
  store.close();
});

test('decisions outlive the process; what cannot be read is passed over', () => {
  const path = file();
  const first = new MemoryStore(path);
  first.remember([row()]);
  first.close();
  const raw = new DatabaseSync(path);
  raw.exec("INSERT INTO decisions VALUES ('x', 'acme', 'brix', '2026-01-01', '{}')");
  raw.close();
  const second = new MemoryStore(path);
  expect(second.recall('x', 'brix')).toEqual([row()]);
  second.close();
});
