import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testContext } from '../../core/__fixtures__/test-context.ts';
import { readSourceFile } from './read-file.ts';

test('references reach files in the folder of the description, and no others', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'causeway-outside-'));
  writeFileSync(join(outside, 'secret.json'), 'secret');
  const folder = mkdtempSync(join(tmpdir(), 'causeway-related-'));
  mkdirSync(join(folder, 'parts'));
  writeFileSync(join(folder, 'api.json'), '{}');
  writeFileSync(join(folder, 'parts', 'a b.json'), 'inner');
  writeFileSync(join(folder, 'common.json'), 'common');
  symlinkSync(join(outside, 'secret.json'), join(folder, 'link.json'));
  const source = await readSourceFile(join(folder, 'api.json'), null, testContext({ cwd: folder }));
  const text = async (from: typeof source | undefined, reference: string) => {
    const found = await from?.related(reference);
    return found === undefined ? undefined : Buffer.from(found.bytes).toString();
  };
  const inner = await source.related('parts/a%20b.json#/x');
  expect({
    inside: await text(source, './parts/a b.json'),
    // A vendor's URL of a file that lies beside.
    beside: await text(source, 'https://127.0.0.1:1/specs/common.json#/components'),
    up: await text(inner, '../common.json'),
    missing: await text(source, './missing.json'),
    own: await text(source, '#/components'),
  }).toStrictEqual({ inside: 'inner', beside: 'common', up: 'common', missing: undefined, own: undefined });
  const why = async (reference: string) => {
    let said = '';
    const found = await source.related(reference, (reason) => {
      said = reason;
    });
    return [found, said.split(/[;,.] /)[0]];
  };
  const isOutside = "it leads outside the description's folder";
  for (const [reference, reason] of [
    ['../secret.json', isOutside],
    ['../not-there.json', isOutside],
    [join(outside, 'secret.json'), isOutside],
    [`file://${join(outside, 'secret.json')}`, 'file: references are never read'],
    ['./link.json', isOutside],
    ['./missing.json', 'there is no such file beside the description'],
    ['http://127.0.0.1:1/latest/meta-data', '127.0.0.1 is in a private network or on this machine'],
    ['http://127.0.0.1:1/again', '127.0.0.1 is in a private network or on this machine'],
    [`parts/../../${outside.split('/').at(-1)}/secret.json`, isOutside],
  ] as const) {
    expect([reference, ...(await why(reference))]).toStrictEqual([reference, undefined, reason]);
  }
});
