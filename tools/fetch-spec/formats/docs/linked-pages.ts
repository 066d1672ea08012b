import type { Source } from '../../source/source.ts';

const maxPages = 30;
const maxBytes = 10 * 1024 * 1024;

/**
 * The pages that an `llms.txt` links, read under the guard of its own source: those of the same host, or of the folder it
 * lies in. What cannot be read is named.
 */
export async function linkedPages(
  text: string,
  source: Source,
): Promise<{ pages: Source[]; missing: string[] }> {
  const links = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(([, link = '']) =>
    link.replace(/#.*$/, ''),
  );
  const wanted = [...new Set(links)]
    .filter((link) => link !== '' && isNear(link, source.origin))
    .slice(0, maxPages);
  const pages: Source[] = [];
  const missing: string[] = [];
  let size = 0;
  for (const link of wanted) {
    const page = size > maxBytes ? undefined : await source.related(link);
    if (page === undefined) missing.push(link);
    else {
      size += page.bytes.byteLength;
      pages.push(page);
    }
  }
  return { pages, missing };
}

/** On the same host; or, from a file, a relative path or an address whose page may lie beside it. */
function isNear(link: string, origin: string): boolean {
  if (/^(?:mailto|javascript|data|file|ftp):/i.test(link)) return false;
  if (!/^https?:/i.test(origin)) return true;
  const url = URL.parse(link, origin);
  return url !== null && url.host === URL.parse(origin)?.host;
}
