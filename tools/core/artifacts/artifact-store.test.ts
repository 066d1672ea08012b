import { Keyv } from 'keyv';
import { expect, test } from 'vitest';
import type { PullRequest } from '../../model/index.ts';
import { ArtifactStore } from './artifact-store.ts';
import { openKeyv } from './open-keyv.ts';

const pr: PullRequest = {
  kind: 'dry-run',
  branch: 'b',
  base: 'main',
  commit: null,
  title: 't',
  body: '',
  url: null,
  bodyFile: null,
  files: ['a'],
};

test('the same content has the same id, whatever the order of its keys', async () => {
  const store = new ArtifactStore(new Keyv());
  const id = await store.put('pr', pr);
  const { kind, ...rest } = pr;
  expect(await store.put('pr', { ...rest, kind })).toBe(id);
  expect(await store.put('pr', { ...pr, title: 'u' })).not.toBe(id);
  expect(await store.get('pr', id)).toStrictEqual(pr);
});

test('an unknown id and a wrong kind are refused by name', async () => {
  const store = new ArtifactStore(new Keyv());
  const id = await store.put('pr', pr);
  await expect(store.get('mapping', id)).rejects.toMatchObject({ code: 'wrong_artifact' });
  await expect(store.get('pr', `pr_${'0'.repeat(24)}`)).rejects.toMatchObject({ code: 'unknown_artifact' });
  await expect(store.read('../../etc/passwd')).rejects.toMatchObject({ code: 'unknown_artifact' });
});

test.each(['postgres', 'redis'])(
  'a %s store that cannot be reached is an outside failure that shows no password',
  async (scheme) => {
    const keyv = await openKeyv(`${scheme}://user:secretpw@127.0.0.1:1/0`);
    const failed = await new ArtifactStore(keyv).put('pr', pr).catch((error: unknown) => error);
    expect(failed).toMatchObject({ kind: 'outside', code: 'store_unreachable' });
    expect(String(failed)).not.toContain('secretpw');
  },
);
