import { mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Contact, listContacts } from './client';

const contact = (id: string): Contact => ({ id, email: `${id}@example.com`, updatedAt: '2026-01-01T00:00:00Z' });

async function collect(fetch: typeof globalThis.fetch): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of listContacts({ baseUrl: 'https://api.example.com', fetch })) ids.push(id);
  return ids;
}

describe('listContacts', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('follows pages', async () => {
    const fetch = vi
      .fn<typeof globalThis.fetch>()
      .mockResolvedValueOnce(Response.json({ results: [contact('a')], next: '/contacts?after=1' }))
      .mockResolvedValueOnce(Response.json({ results: [contact('b')], next: null }));
    expect(await collect(fetch)).toEqual(['a', 'b']);
    expect(fetch.mock.calls.map(([url]) => String(url))).toEqual([
      'https://api.example.com/contacts',
      'https://api.example.com/contacts?after=1',
    ]);
    expect(fetch).toHaveBeenCalledWith(expect.any(URL), expect.objectContaining({ headers: { accept: 'application/json' } }));
  });

  it('waits for Retry-After', async () => {
    const fetch = vi
      .fn<typeof globalThis.fetch>()
      .mockResolvedValueOnce(new Response(null, { status: 429, headers: { 'retry-after': '60' } }))
      .mockResolvedValueOnce(Response.json({ results: [contact('a')], next: null }));
    const started = Date.now();
    const reading = collect(fetch);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    await expect(reading).resolves.toEqual(['a']);
    expect(Date.now() - started).toBe(60_000);
  });

  it('uses the global fetch', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ results: [], next: null }));
    const rows: Contact[] = [];
    for await (const row of listContacts({ baseUrl: 'https://api.example.com' })) rows.push(row);
    expect(rows).toHaveLength(0);
  });

  it.each([
    [400, 'contacts: HTTP 400'],
    [500, 'contacts: HTTP 500'],
  ])('fails on %i', async (status, message) => {
    await expect(collect(async () => new Response('no', { status }))).rejects.toThrow(message);
  });

  it.each([{ name: 'email', row: { ...contact('a'), email: 'nobody' } }, { name: 'id', row: { ...contact('a'), id: 7 } }])(
    'refuses a bad $name',
    async ({ name, row }) => {
      const reading = collect(async () => Response.json({ results: [row], next: null }));
      await expect(reading).rejects.toMatchObject({ issues: [{ path: ['results', 0, name] }] });
    },
  );
});

it('writes a checkpoint in one step', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'checkpoint-'));
  await writeFile(join(folder, 'next.tmp'), JSON.stringify({ after: '1' }));
  await rename(join(folder, 'next.tmp'), join(folder, 'next.json'));
  expect(JSON.parse(await readFile(join(folder, 'next.json'), 'utf8'))).toStrictEqual({ after: '1' });
  await expect(readFile(join(folder, 'next.tmp'))).rejects.toMatchObject({ code: 'ENOENT' });
});
