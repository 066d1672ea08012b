import { z } from 'zod';

const Contact = z.object({ id: z.string(), email: z.email(), updatedAt: z.iso.datetime() });
export type Contact = z.infer<typeof Contact>;
const Page = z.object({ results: z.array(Contact), next: z.string().nullable() });

export interface ClientOptions {
  readonly baseUrl: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** Reads all contacts, page by page; waits as long as the server says before it asks again. */
export async function* listContacts({ baseUrl, fetch = globalThis.fetch }: ClientOptions): AsyncGenerator<Contact> {
  let next: string | null = '/contacts';
  while (next !== null) {
    const url: URL = new URL(next, baseUrl);
    const response: Response = await fetch(url, { headers: { accept: 'application/json' } });
    if (response.status === 429) {
      const seconds = Number(response.headers.get('retry-after') ?? 1);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      continue;
    }
    if (!response.ok) throw new Error(`contacts: HTTP ${response.status}`);
    const page = Page.parse(await response.json());
    yield* page.results;
    next = page.next;
  }
}
