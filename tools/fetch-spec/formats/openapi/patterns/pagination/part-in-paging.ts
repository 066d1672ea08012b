import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import { plainName } from '../name-words.ts';
import type { Input } from '../request-properties.ts';
import { isChoice, type Named, saidBesides, saidOf } from './what-is-said.ts';

/**
 * Whether an input whose name may page does so by its type, its values and its description. Nothing said is no
 * contradiction; another meaning is.
 */

const measure =
  'prices?|costs?|amounts?|fees?|budgets?|credit|balances?|salary|euros?|dollars?|usd|eur|currency|cents|grams?|kg|weight|height|width|depth|radius|distance|speed|temperature|age|degrees|met(?:er|re)s?|km|miles|pixels?|[kmg]?bytes?';
const ofMeasure = new RegExp(String.raw`\b(?:${measure})\b`, 'i');
/** What is measured itself: `maximum price`, `credit limit`. */
const isMeasure = new RegExp(
  String.raw`\b(?:max(?:imum)?|min(?:imum)?|highest|top|limit (?:of|on|for)|size of|length of)\s(?:the |an? |total |unit )?(?:${measure})\b|\bcredit limit\b|\b(?:number of|how many|max(?:imum)?|last|past)\s(?:\w+ )?(?:seconds|minutes|hours|days|weeks|months|years)\b`,
  'i',
);
/** Names of a number of anything: what they count has to be said, if anything is. */
const vagueLimit = /^(?:count|size|length|max|first|top|take)$/;
const counting =
  /\b(?:results?|records?|items?|rows?|entry|entries|objects?|elements?|pages?|paging|pagina\w*|returns?|returned|fetch\w*|retriev\w*|list(?:ed|s)?|per|batch|\d+)\b/i;
const countOf = /\b(?:number|count) of\b|\bhow many\b|\bup to\b/i;
const atMost = /\bmax|\blimit|\btop\b|\bfirst\b/i;
const ofRecords =
  /\b(?:results?|records?|items?|rows?|entries|objects?|elements?|pages?|paging|pagina\w*)\b/i;

/** How many records a page has at most: a number, not a measure of something. */
export function isLimit(reader: SchemaReader, input: Input): boolean {
  const said = saidOf(reader, input);
  if (isChoice(reader, input) || isMeasure.test(said)) return false;
  if (ofMeasure.test(said) && !ofRecords.test(said)) return false;
  const besides = saidBesides(reader, input);
  if (besides === '' || counting.test(besides) || countOf.test(said)) return true;
  return input.type === 'integer' && (!vagueLimit.test(plainName(input.name)) || atMost.test(besides));
}

const otherPage =
  /\b(?:slug|cms|printed|books?|pdf|sheets?|landing|html|web ?pages?|website|home ?page|wiki|template|status page)\b/i;
const pageOfList =
  /pagina|paging|\bpage (?:number|no|num|index|token|of|to)\b|\bnumber of (?:the )?page|\b(?:which|next|previous|first|result|current|requested) (?:pages?|set)\b|\bresults?\b|\brecords?\b|\bitems?\b|\breturn|\bretriev|\bfetch|\d/i;

/** Which page of a list, not of a book or a website. */
export function isPage(reader: SchemaReader, input: Input): boolean {
  const said = saidOf(reader, input);
  if (isChoice(reader, input) || (otherPage.test(said) && !/pagina|\bresults?\b|\brecords?\b/i.test(said)))
    return false;
  return isNumber(input) || saidBesides(reader, input) === '' || pageOfList.test(said);
}

const otherOffset =
  /\btime ?-?zones?\b|\butc\b|\bgmt\b|\b(?:in|of) (?:milli|micro)?(?:seconds|minutes|hours|days|pixels|bytes|degrees|met(?:er|re)s|characters)\b|\b(?:byte|pixel) offset\b|\byears?\b|\bmonths?\b/i;

/** How many records to skip, not how far a clock or a picture is off. */
export function isOffset(reader: SchemaReader, input: Input): boolean {
  const said = saidOf(reader, input);
  const isOther = otherOffset.test(said) || ofMeasure.test(said);
  return !isChoice(reader, input) && (!isOther || ofRecords.test(said));
}

const continuing =
  /pagina|\bpaging\b|\bpages?\b|\bnext\b|\bprev|\bprior\b|\bresults?\b|\brecords?\b|\bitems?\b|\bentr(?:y|ies)\b|\blists?\b|\btokens?\b|\bopaque\b|\bsets?\b|\bbatch|\bstart|\bbegin|\bcontinu|\bresum|\bafter\b|\bbefore\b|\breturn|\brespon|\bfetch|\bretriev|\boffset|\bcursor|\bmarker|\bbookmark|\bscroll|\bstream|\blast\b|\bfirst\b|\bmore\b|\bobjects?\b|\bids?\b|\bur[il]\b|\blinks?\b/i;

/** Where to go on, by what is said of it besides its name: `position` may be that of a job, a `cursor` that of a mouse. */
export function isContinuation(reader: SchemaReader, named: Named): boolean {
  const said = saidBesides(reader, named);
  return !isChoice(reader, named) && (said === '' || continuing.test(said));
}

export function isNumber({ type }: Input): boolean {
  return type === 'integer' || type === 'number';
}
