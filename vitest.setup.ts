import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One temporary folder for the whole run, so that nothing of the tests stays behind. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
