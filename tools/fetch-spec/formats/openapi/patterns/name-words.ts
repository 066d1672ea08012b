import { words } from '../../../naming/words.ts';

/** Longest name that is looked at: a vendor's names are short, a hostile document's may be megabytes. */
const maxName = 100;
/** The same few names are met again and again; a document with more than this has no use for the memory. */
const maxKnown = 20_000;
const plainNames = new Map<string, string>();
const wordLists = new Map<string, readonly string[]>();

/** `page[size]`, `$pageSize` and `page_size` → `pagesize`. */
export function plainName(name: string): string {
  return recall(plainNames, name, (short) => short.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
}

/** `filter[updated_at][gte]` → filter, updated, at, gte. */
export function nameWords(name: string): readonly string[] {
  return recall(wordLists, name, words);
}

function recall<Value>(known: Map<string, Value>, name: string, make: (short: string) => Value): Value {
  const short = name.slice(0, maxName);
  let value = known.get(short);
  if (value === undefined) {
    value = make(short);
    if (known.size >= maxKnown) known.clear();
    known.set(short, value);
  }
  return value;
}
