import { arrayOf, isObject, type Json, property, textOf } from '../../../../../core/json/json.ts';
import { formatPointer } from '../../../../../core/json/pointer.ts';
import { factsKey } from '../../../../../core/openapi/field-facts.ts';
import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { HttpCall } from '../../http-call.ts';
import { answersOf } from '../answers.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** Texts that are read at most, and characters of one: of the introduction more than of a parameter. */
const maxTexts = 40_000;
const maxSentences = 5_000;
const lengths = {
  info: 60_000,
  tag: 10_000,
  scheme: 4_000,
  extension: 20_000,
  call: 6_000,
  parameter: 1_000,
  response: 1_000,
};

const interesting =
  /rate.?limit|throttl|retry-after|too many|\b429\b|\bper (?:second|minute|hour|day)|requests?\/s|in an? (?:second|minute|hour|day)|query cost|idempot|webhook|hmac|signature|api.?key|oauth|bearer|basic auth|access token|session|login|(?:batch|bulk).{0,100}\d/i;

/** The sentences that may tell of a pattern: of the introduction, the tags, the calls, their parameters and answers. */
export function readProse(reader: SchemaReader, calls: readonly HttpCall[]): Sentence[] {
  const prose = new Prose();
  readIntroduction(reader, prose);
  for (const call of calls) {
    for (const name of ['summary', 'description']) {
      prose.add('call', textOf(property(call.node, name)), `${call.at}/${name}`, call);
    }
    for (const { name, in: place, description } of call.parameters) {
      prose.add('parameter', description, `parameter ${name.slice(0, 100)} (${place}) of ${call.at}`, call);
    }
    for (const { located } of answersOf(reader, call)) {
      prose.add('response', textOf(property(located.node, 'description')), `${located.at}/description`, call);
    }
  }
  return prose.sentences;
}

/** Only what is said of the API as a whole: its introduction, tags, security schemes and texts of extensions. */
export function readIntroductionProse(reader: SchemaReader): Sentence[] {
  const prose = new Prose();
  readIntroduction(reader, prose);
  return prose.sentences;
}

function readIntroduction({ document }: SchemaReader, prose: Prose): void {
  const info = property(document, 'info');
  prose.add('info', textOf(property(info, 'description')), '/info/description');
  prose.add('info', textOf(property(info, 'summary')), '/info/summary');
  for (const [index, tag] of arrayOf(property(document, 'tags')).entries()) {
    prose.add('tag', textOf(property(tag, 'description')), `/tags/${index}/description`);
  }
  const schemes = property(property(document, 'components'), 'securitySchemes');
  for (const [name, scheme] of Object.entries(isObject(schemes) ? schemes : {})) {
    const at = `${formatPointer(['components', 'securitySchemes', name])}/description`;
    prose.add('scheme', textOf(property(scheme, 'description')), at);
  }
  for (const [key, value] of [...Object.entries(document), ...Object.entries(isObject(info) ? info : {})]) {
    // Webhooks are a pattern of their own, and what we write ourselves is no evidence.
    if (key.startsWith('x-') && key !== 'x-webhooks' && !key.startsWith(factsKey)) {
      readExtension(prose, value, `/${key.slice(0, 100)}`, 5);
    }
  }
}

function readExtension(prose: Prose, value: Json, at: string, depth: number): void {
  if (typeof value === 'string') prose.add('extension', value, at);
  else if (depth > 0 && typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value).slice(0, 100)) {
      readExtension(prose, inner, at + formatPointer([key.slice(0, 100)]), depth - 1);
    }
  }
}

/** Collects sentences; a text that is met again (a shared parameter) is read once. */
class Prose {
  readonly sentences: Sentence[] = [];
  readonly #seen = new Set<string>();

  add(place: Sentence['place'], text: string | null, at: string, call?: HttpCall): void {
    if (text === null || this.#seen.size > maxTexts || this.sentences.length > maxSentences) return;
    const short = text.slice(0, lengths[place]);
    if (this.#seen.has(short)) return;
    this.#seen.add(short);
    if (!interesting.test(short)) return;
    for (const sentence of sentencesOf(short, lengths[place])) {
      if (interesting.test(sentence)) this.sentences.push({ text: sentence, at, place, call });
    }
  }
}
