const paged = /\bpaginat|\bcursor|\bnext page|\bpages? of results|\bper page\b/i;
const named =
  /\b(?:pass|use|set|send|add|with|and|the|via|using|parameters?)\s+(?:the\s+|a\s+|an\s+)?(cursor|page|offset|limit|per_page|page_size|pageSize|page_token|pageToken|starting_after|next_token|after)\b(?!\s+of\b)/g;

/** Query parameters of paging that only a sentence names: "pass cursor with the next_cursor of the last answer". */
export function pagingWords(text: string): string[] {
  return paged.test(text) ? [...new Set([...text.matchAll(named)].map(([, name = '']) => name))] : [];
}
