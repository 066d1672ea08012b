import type { ToolAnnotations } from '@modelcontextprotocol/server';
import type { Effects } from '../tools/core/index.ts';

/**
 * MCP's hints from our `effects`. Nothing of ours destroys, and a repeated call adds nothing: artifacts are
 * content-addressed and a pull request is found before it is made. `writes` says nothing of the network (fetch_spec
 * reaches it, generate_code does not), so the open-world hint is left out there, which clients read as "may".
 */
export function annotationsOf(effects: Effects): ToolAnnotations {
  switch (effects) {
    case 'read-only':
      return { readOnlyHint: true, openWorldHint: false };
    case 'writes':
      return { readOnlyHint: false, destructiveHint: false, idempotentHint: true };
    case 'external':
      return { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true };
  }
}
