import Anthropic from '@anthropic-ai/sdk';
import type { Config } from '../../tools/core/index.ts';

/** A client of the public API, or of `ANTHROPIC_BASE_URL`. */
export function anthropicClient({ baseUrl }: Config['anthropic'], apiKey: string): Anthropic {
  return new Anthropic({ apiKey, ...(baseUrl === null ? {} : { baseURL: baseUrl }) });
}
