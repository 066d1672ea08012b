import type { BlockMessage } from './block-message.ts';
import { section } from './parts.ts';

/** What the bot can do, with an example to copy. */
export function usageMessage(): BlockMessage {
  return {
    text: 'Ask me to connect two systems: connect HubSpot contacts to NetSuite',
    blocks: [
      section(
        'Ask me to connect two systems, and I propose a mapping, wait for your yes and open a pull request:',
        '```connect HubSpot contacts to NetSuite```',
        'End with `in owner/name` to choose the repository. It works in a direct message, after a mention, and as `/causeway connect …`.',
      ),
    ],
  };
}
