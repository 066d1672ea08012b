import type { RequestListener } from 'node:http';
import { createEmulator, type Emulator } from 'emulate';
import type { Fault, PeerOptions } from './peer/peer.ts';
import { type Asked, readRequest } from './peer/read-request.ts';
import type { System } from './system.ts';

type Options = Pick<PeerOptions, 'fault' | 'judge' | 'onWrite'>;

const key = 'sk_test_causeway';
/** What the emulator keeps of a customer. */
const keptOfCustomer = ['email', 'name', 'description', 'metadata'];

/** Customers in somebody else's emulation of Stripe, behind a listener where faults can happen. */
export class EmulatedStripe implements System {
  readonly #emulator: Emulator;
  readonly #options: Options;
  /** Stripe's own answers by idempotency key, which the emulator does not know. */
  readonly #answered = new Map<string, { status: number; text: string }>();
  readonly refusals: string[] = [];
  readonly unknown: string[] = [];
  readonly kept = keptOfCustomer;

  private constructor(emulator: Emulator, options: Options) {
    this.#emulator = emulator;
    this.#options = options;
  }

  static async start(
    options: Options,
    customers: readonly Record<string, unknown>[],
  ): Promise<EmulatedStripe> {
    const seeded = customers.map(({ email, name }) => ({ email: String(email), name: String(name) }));
    const emulator = await createEmulator({
      service: 'stripe',
      port: 0,
      seed: { stripe: { customers: seeded } },
    });
    return new EmulatedStripe(emulator, options);
  }

  async close(): Promise<void> {
    await this.#emulator.close();
  }

  readonly listener: RequestListener = async (request, response) => {
    const asked = await readRequest(request);
    const { fault } = this.#options;
    const before = fault?.before() ?? null;
    const answer = before ?? (await this.#forward(asked));
    const sent = (before === null ? fault?.after() : null) ?? answer;
    if (sent === 'cut') {
      request.socket.destroy();
      return;
    }
    response.writeHead(sent.status, { 'content-type': 'application/json', ...sent.headers }).end(sent.body);
  };

  async #forward(asked: Asked): Promise<Exclude<Fault, 'cut'>> {
    const refused = (await this.#options.judge?.(asked)) ?? null;
    if (refused !== null) {
      this.refusals.push(refused);
      return { status: 400, body: JSON.stringify({ error: { message: refused } }) };
    }
    const idempotencyKey = asked.headers['idempotency-key'];
    const known = idempotencyKey === undefined ? undefined : this.#answered.get(idempotencyKey);
    if (known !== undefined) return { status: known.status, body: known.text };
    const { status, text } = await this.#send(
      asked.method,
      `${asked.url.pathname}${asked.url.search}`,
      asked.text,
    );
    if (idempotencyKey !== undefined) this.#answered.set(idempotencyKey, { status, text });
    if (asked.method === 'POST' && status < 300) this.#options.onWrite?.();
    if (status === 404) this.unknown.push(`${asked.method} ${asked.url.pathname}`);
    return { status, body: text };
  }

  async #send(method: string, path: string, text: string) {
    const answer = await fetch(`${this.#emulator.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-www-form-urlencoded' },
      ...(text === '' ? {} : { body: text }),
    });
    return { status: answer.status, text: await answer.text() };
  }

  /** All customers, as the emulator lists them. */
  async all(): Promise<Record<string, unknown>[]> {
    const all: Record<string, unknown>[] = [];
    for (;;) {
      const after = all.at(-1)?.['id'];
      const query = after === undefined ? '' : `&starting_after=${String(after)}`;
      const { text } = await this.#send('GET', `/v1/customers?limit=100${query}`, '');
      const page = JSON.parse(text) as { data: Record<string, unknown>[]; has_more: boolean };
      all.push(...page.data);
      if (!page.has_more) return all;
    }
  }
}
