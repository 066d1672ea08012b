import type { webApi } from '@slack/bolt';
import type { BlockMessage } from './blocks/block-message.ts';

/** Where a message stands. */
export interface Place {
  readonly channel: string;
  /** `ts` of the thread's first message; null: the answer begins none. */
  readonly thread: string | null;
}

/** One conversation of the bot: posts into it and changes what it posted. Throws what the Web API client throws. */
export class Thread {
  readonly place: Place;
  readonly #client: webApi.WebClient;

  constructor(client: webApi.WebClient, place: Place) {
    this.#client = client;
    this.place = place;
  }

  /** The thread under a message of this conversation. */
  threadOf(ts: string): Thread {
    return new Thread(this.#client, { channel: this.place.channel, thread: ts });
  }

  /** Answers the new message's `ts`. */
  async post(message: BlockMessage): Promise<string> {
    const { channel, thread } = this.place;
    const posted = await this.#client.chat.postMessage({
      channel,
      ...(thread === null ? {} : { thread_ts: thread }),
      ...body(message),
    });
    if (posted.ts === undefined) throw new Error('Slack answered chat.postMessage without a ts');
    return posted.ts;
  }

  async update(ts: string, message: BlockMessage): Promise<void> {
    await this.#client.chat.update({ channel: this.place.channel, ts, ...body(message) });
  }

  /** Shown to one person only. */
  async whisper(user: string, message: BlockMessage): Promise<void> {
    const { channel, thread } = this.place;
    await this.#client.chat.postEphemeral({
      channel,
      user,
      ...(thread === null ? {} : { thread_ts: thread }),
      ...body(message),
    });
  }
}

/** Nothing is made a link, a mention or a preview that is not written as one. */
function body({ text, blocks }: BlockMessage) {
  return {
    text,
    blocks,
    parse: 'none' as const,
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
  };
}
