import { type JsonObject, wordOf } from '../../../../../core/json/json.ts';
import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { Operation } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { nameWords } from '../name-words.ts';
import { isNumber } from '../pagination/part-in-paging.ts';
import { saidOf } from '../pagination/what-is-said.ts';
import type { Input } from '../request-properties.ts';

const stampWord =
  /^(?:updated?|updates?|modified|modification|changed?|changes|edited|lastmod|lastmodified|lastupdated?|lastchanged|lastedited|updatedat|modifiedat)$/;
const lower =
  /^(?:since|after|from|gte?|ge|min|minimum|start|starts|begin|starting|later|newer|greater|larger)$/;
const upper = /^(?:before|until|till|to|lte?|le|max|maximum|end|ends|ending|earlier|older|less|smaller)$/;
const plainStamp =
  /^(?:at|on|date|time|datetime|timestamp|ts|utc|last|filter|filters|record|data|field|is|system|query)$/;
const plainSince = /^(?:since|timestamp|date|time|datetime|ts|at|utc|epoch)$/;
const saysChanged = /\b(?:updat|modif|chang|edit)/i;
const saysAfter = /\b(?:since|after|newer|later than|greater than|from this|on or after)\b/i;

/** Is it a moment since which records changed? Told by the words of its name, else by its description. */
export function isSince(input: Input, call: HttpCall): boolean {
  if (input.type === 'boolean' || input.type === 'object') return false;
  const all = nameWords(input.name);
  const stamp = all.some((word) => stampWord.test(word));
  const bound = all.find((word) => lower.test(word) || upper.test(word));
  const rest = all.filter((word) => !stampWord.test(word) && !lower.test(word) && !upper.test(word));
  // `last_updated_by_ids`, `lastActivityAtAfter`
  if (stamp && bound !== undefined) return lower.test(bound) && !all.includes('by') && !all.includes('id');
  if (stamp)
    return (
      rest.every((word) => plainStamp.test(word)) &&
      input.type !== 'array' &&
      saysAfter.test(input.description) &&
      !/\bbefore\b/i.test(input.description)
    );
  // `since` alone: the description says since when of what.
  if (!all.includes('since') || !all.every((word) => plainSince.test(word))) return false;
  const text =
    input.description === '' || !/\w+ed\b/.test(input.description)
      ? `${input.description} ${call.text.slice(0, 400)} ${call.path.slice(0, 200)}`
      : input.description;
  return saysChanged.test(text) && !/\b(?:sequence|journal) (?:number|id)\b/i.test(input.description);
}

/** How the moment is written on the wire; for a number of which nothing is said, seconds as the more frequent guess. */
export function sinceFormat(reader: SchemaReader, input: Input): Operation['since'] {
  return statedFormat(reader, input) ?? 'epoch-s';
}

/** How the moment is written, where the document shows it; null for a number whose unit it does not tell. */
export function statedFormat(reader: SchemaReader, input: Input): Operation['since'] | null {
  const keywords = input.schema === undefined ? {} : reader.shape(input.schema).keywords;
  const format = wordOf(keywords['format']);
  const text = saidOf(reader, input);
  if (isNumber(input)) {
    return unitIn(`${text} ${nameWords(input.name).join(' ')} ${format}`) ?? unitOf(keywords);
  }
  if (format === 'date') return 'date';
  if (format === 'date-time' || /iso.?8601|date-?time|T\d\d:\d\d|hh:mm/i.test(text)) return 'iso';
  if (/\b(?:unix|epoch)\b/i.test(text)) return /\bmilli|\bms\b/i.test(text) ? 'epoch-ms' : 'epoch-s';
  return /yyyy-mm-dd/i.test(text) ? 'date' : 'iso';
}

function unitIn(text: string): 'epoch-s' | 'epoch-ms' | null {
  if (/\bmilli|\bms\b|\bjava ?script\b/i.test(text)) return 'epoch-ms';
  return /\bunix|\bepoch|\bposix\b|\bsec(?:ond)?s?\b/i.test(text) ? 'epoch-s' : null;
}

/** Told by the size of a moment of this century. */
function unitOf(keywords: JsonObject): 'epoch-s' | 'epoch-ms' | null {
  const moment = ['example', 'default', 'minimum']
    .map((key) => Number(keywords[key]))
    .find((value) => value > 9e8);
  return moment === undefined ? null : moment > 9e11 ? 'epoch-ms' : 'epoch-s';
}
