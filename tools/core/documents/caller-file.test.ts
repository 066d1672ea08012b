import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testContext } from '../__fixtures__/test-context.ts';
import { toCausewayError } from '../errors/index.ts';
import { callerPath, readCallerFile } from './caller-file.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'causeway-caller-'));
const { signal } = new AbortController();

/** Code and message of the error that reading ends with. */
async function refusal(path: string) {
  const thrown: unknown = await readCallerFile(path, signal).catch((error: unknown) => error);
  const { code, exitCode, message } = toCausewayError(thrown);
  return { code, exitCode, message };
}

test('the bytes of a file', async () => {
  const file = join(folder(), 'a.json');
  writeFileSync(file, '{}');
  expect(Buffer.from(await readCallerFile(file, signal)).toString()).toBe('{}');
});

test('a pipe that nobody writes to, a device and a folder are no files, and are not waited for', async () => {
  const pipe = join(folder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  for (const path of [pipe, '/dev/zero', folder()]) {
    expect(await refusal(path)).toStrictEqual({
      code: 'unreadable_path',
      exitCode: 2,
      message: `${path} is not a file`,
    });
  }
});

test('a socket and a missing file cannot be used', async () => {
  const dir = folder();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(dir, 's'), resolve));
  try {
    expect(await refusal(join(dir, 's'))).toStrictEqual({
      code: 'unreadable_path',
      exitCode: 2,
      message: `${join(dir, 's')} cannot be used (ENXIO)`,
    });
  } finally {
    server.close();
  }
  expect(await refusal(join(dir, 'missing'))).toMatchObject({ code: 'unreadable_path', exitCode: 2 });
});

test('where callers may not name files, none is', () => {
  expect(() => callerPath('a.json', testContext())).toThrow(
    expect.objectContaining({ code: 'paths_refused' }),
  );
  expect(callerPath('a.json', testContext({ cwd: '/x' }))).toBe('/x/a.json');
});
