import type { types } from '@slack/bolt';

export type Block = types.KnownBlock;

/** A message as it is posted: blocks, and the text that notifications and screen readers use. */
export interface BlockMessage {
  readonly text: string;
  readonly blocks: Block[];
}

/** Slack's limits. */
export const limits = { blocks: 50, section: 3_000, header: 150, buttonValue: 2_000 } as const;
