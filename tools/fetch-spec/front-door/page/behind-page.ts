import type { Warning } from '../../../model/index.ts';
import type { Source } from '../../source/source.ts';
import { notASpec } from '../not-a-spec.ts';
import { openSource } from '../open-source.ts';
import type { Opened } from '../opened.ts';
import { embeddedJson } from './embedded-json.ts';
import { linkedDescription } from './linked-description.ts';

/**
 * The description that an HTML page only shows, in place of the page: carried in a script, or at an address that may be
 * read. Any other source as it is. Throws `not_a_spec` with the address when it cannot be read.
 */
export async function behindPage(opened: Opened): Promise<Opened> {
  if (opened.syntax !== 'html') return opened;
  const { source, text } = opened;
  const embedded = embeddedJson(text);
  if (embedded !== undefined) {
    return reopened(source, Buffer.from(embedded), 'It was read from the script of a page that shows it');
  }
  const link = linkedDescription(text);
  if (link === undefined) return opened;
  const reasons: string[] = [];
  const linked = await source.related(link, (why) => reasons.push(why));
  if (linked !== undefined) {
    return reopened(
      { ...source, related: linked.related },
      linked.bytes,
      `It was read from ${JSON.stringify(link)}, which the page shows`,
    );
  }
  throw notASpec(
    `it is an HTML page that shows the description at ${JSON.stringify(link)}${reasons[0] === undefined ? '' : `, which was not followed: ${reasons[0]}`}`,
    'Give the address or file of that description itself',
  );
}

function reopened(source: Source, bytes: Uint8Array, message: string): Opened {
  const warning: Warning = { code: 'read_from_page', message, at: '' };
  return openSource({ ...source, bytes, warnings: [...(source.warnings ?? []), warning] });
}
