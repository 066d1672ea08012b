import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import { plainName } from '../name-words.ts';
import type { Input } from '../request-properties.ts';
import { firstValueOf, isTime } from './input-facts.ts';
import {
  cursorName,
  downwardName,
  keysetName,
  limitName,
  mayBeCursor,
  offsetName,
  pageName,
} from './paging-names.ts';
import { isContinuation, isLimit, isNumber, isOffset, isPage } from './part-in-paging.ts';

/** The inputs of a call by the part they may play in paging. */
export interface PagingInputs {
  readonly limit: Input | undefined;
  readonly cursor: Input | undefined;
  /** A cursor if the answer names the next one. */
  readonly maybeCursor: Input | undefined;
  readonly keyset: Input | undefined;
  /** A keyset that goes on with older records. */
  readonly downward: Input | undefined;
  readonly offset: Input | undefined;
  readonly page: Input | undefined;
}

const aboutPaging =
  /pagina|\bpag(?:e|ing)\b|\bskip|\boffset|\bcursor|next (?:set|batch|page|results)|starting (?:record|index|position|zero)|start(?:ing)? (?:at|index|position)|\bindex\b|\bposition\b|first result|(?:rows?|records?|items?|results?) to (?:skip|start)/i;

/** A page of a list, not of a document. */
const ofResults = /pagina|paged|page of|\bresults?\b|\brecords?\b|\bitems?\b|set of|next page/i;

/** Which inputs page. `start`, `from` and `page` can mean other things: they need a number and a limit, or a word for it. */
export function pagingInputs(reader: SchemaReader, inputs: readonly Input[]): PagingInputs {
  const usable = inputs.filter(({ type }) => type !== 'array' && type !== 'object' && type !== 'boolean');
  const prefix = sharedPrefix(usable);
  const plain = usable.map((input) => {
    const own = input.name.slice(input.name.lastIndexOf('.') + 1);
    return { input, name: plainName(own.startsWith(prefix) ? own.slice(prefix.length) : own) };
  });
  const named = (pattern: RegExp) => plain.filter(({ name }) => pattern.test(name)).map(({ input }) => input);
  const limit = named(limitName).find((input) => isLimit(reader, input));
  const says = (input: Input) => aboutPaging.test(input.description);
  const offset = named(offsetName).find((input) => {
    if (!isOffset(reader, input)) return false;
    const sure = /^(?:offset|skip|start(?:at|index|position|row|record|offset))$/.test(plainName(input.name));
    // A token for the next page is a cursor, and without its place in the answer it is nothing.
    if (!isNumber(input) && /\btoken\b|\bcursor\b/i.test(input.description)) return false;
    if (isTime(reader, input) && !says(input)) return false;
    return sure || says(input) || (isNumber(input) && limit !== undefined);
  });
  return {
    limit,
    cursor: named(cursorName).find(
      (input) => isContinuation(reader, input) && (!isTime(reader, input) || says(input)),
    ),
    maybeCursor: named(mayBeCursor).find(
      (input) => !isNumber(input) && !isTime(reader, input) && isContinuation(reader, input),
    ),
    keyset: named(keysetName)[0],
    downward: named(downwardName)[0],
    offset,
    page: named(pageName).find(
      (input) =>
        isPage(reader, input) &&
        (limit !== undefined ||
          ofResults.test(input.description) ||
          (isNumber(input) && firstValueOf(reader, input) !== null)),
    ),
  };
}

/** `sysparm_` where a call has `sysparm_limit` and `sysparm_offset`; '' where its names are plain. */
function sharedPrefix(inputs: readonly Input[]): string {
  const names = new Set(inputs.map(({ name }) => name));
  if (inputs.some(({ name }) => limitName.test(plainName(name)))) return '';
  for (const name of names) {
    const prefix = /^([a-z]{2,20}[_.-])(?:limit|per_page|page_size)$/i.exec(name)?.[1];
    if (
      prefix !== undefined &&
      ['offset', 'page', 'cursor', 'start'].some((rest) => names.has(prefix + rest))
    ) {
      return prefix;
    }
  }
  return '';
}
