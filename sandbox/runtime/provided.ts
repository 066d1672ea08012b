import * as zod from 'zod';
import * as zodMini from 'zod/mini';
import * as buffer from './node/buffer.ts';
import * as crypto from './node/crypto.ts';
import * as fs from './node/fs.ts';
import * as fsPromises from './node/fs-promises.ts';
import * as os from './node/os.ts';
import * as path from './node/path.ts';
import * as timersPromises from './node/timers-promises.ts';
import { freeze } from './primordials.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from './vitest/declare.ts';
import { expect } from './vitest/expect.ts';
import { vi } from './vitest/vi.ts';

const hooks = { afterAll, afterEach, beforeAll, beforeEach };
const vitest = { describe, suite: describe, it, test: it, expect, vi, vitest: vi, ...hooks };

/** The modules that bundled code finds by name; the same names as `bundle/provided-modules.ts`. */
export const provided: Readonly<Record<string, unknown>> = freeze({
  vitest: freeze(vitest),
  zod: zod,
  'zod/v4': zod,
  'zod/mini': zodMini,
  'node:buffer': freeze({ Buffer: buffer.Buffer }),
  'node:crypto': freeze({ ...crypto }),
  'node:fs': freeze({ ...fs }),
  'node:fs/promises': freeze({ ...fsPromises }),
  'node:os': freeze({ ...os }),
  'node:path': freeze({ ...path, posix: path }),
  'node:timers/promises': freeze({ ...timersPromises }),
});
