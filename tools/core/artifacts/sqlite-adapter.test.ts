import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import keyvTestSuite from '@keyv/test-suite';
import { Keyv } from 'keyv';
import * as vitest from 'vitest';
import { SqliteAdapter } from './sqlite-adapter.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'causeway-keyv-')), 'store.db');
const shared = file();

// The official suite of the adapters: API, namespaces, values, iterators.
keyvTestSuite(
  vitest as unknown as Parameters<typeof keyvTestSuite>[0],
  Keyv,
  () => new SqliteAdapter(shared),
);
