import { type Entity, enumKey, type Field, parsePath, type ValueKind, valueKind } from '../../model/index.ts';
import { areNear, concepts } from '../concepts/concept-table.ts';
import { insideRecord, type Meaning, readMeaning } from '../concepts/read-meaning.ts';
import { readWords } from '../words/read-words.ts';
import { Segmenter } from '../words/segment.ts';
import { splitIdentifier } from '../words/split-identifier.ts';
import { containers, vendorPrefixes } from '../words/vocabulary.ts';
import { referenceNames } from './reference-names.ts';
import { type ValueForm, valueFormOf } from './value-form.ts';

/** Everything about one field that pairs are compared by, computed once. */
export interface FieldProfile {
  readonly field: Field;
  /** Words of the whole path, containers and vendor marks left out. */
  readonly words: readonly string[];
  readonly nameWords: readonly string[];
  readonly parentWords: readonly string[];
  readonly labelWords: readonly string[];
  readonly proseWords: ReadonlySet<string>;
  /** Words of the description alone. */
  readonly describedBy: ReadonlySet<string>;
  /** Words run together, for comparison letter by letter. */
  readonly key: string;
  readonly nameKey: string;
  /** Trigrams of the key as sorted numbers. */
  readonly grams: Float64Array;
  readonly meaning: Meaning;
  /** The concept of the record the field is in. */
  readonly record: string | null;
  /** Concepts under other readings: with the entity's name before it, and by the label. */
  readonly otherHeads: ReadonlySet<string>;
  readonly kind: ValueKind;
  readonly form: ValueForm | null;
  /** Which end of a transfer or a message is meant. */
  readonly end: 'from' | 'to' | null;
  readonly depth: number;
  readonly repeated: boolean;
  readonly enumKeys: ReadonlySet<string>;
  readonly enumWords: ReadonlySet<string>;
}

/** What fields are read with: the words of both records, and the names of both systems, which say nothing. */
export interface Reading {
  readonly segmenter: Segmenter;
  readonly system: ReadonlySet<string>;
}

/** How the fields of two records are read when they are compared. */
export function readingOf(a: Entity, b: Entity): Reading {
  const words = [a, b].flatMap(({ fields }) =>
    fields.flatMap(({ path, label }) => splitIdentifier(`${path} ${label ?? ''}`)),
  );
  return {
    segmenter: new Segmenter(words),
    // `quickbooks_id` on the other side is simply the id.
    system: new Set([a.system, b.system].flatMap((name) => [name, ...splitIdentifier(name)])),
  };
}

/** Profiles of all fields of an entity, in its order. */
export function profileEntity(entity: Entity, reading: Reading): FieldProfile[] {
  const entityWords = readWords(entity.name.replace(/^(?:standard|unified)[-_ ]/i, ''), reading.segmenter);
  const names = referenceNames(entity.fields);
  return entity.fields.map((field) => profileField(field, names.get(field.path) ?? [], reading, entityWords));
}

/** `names`: the names of the path's steps, read as `referenceNames` does. */
function profileField(
  field: Field,
  names: readonly string[],
  reading: Reading,
  entityWords: readonly string[],
): FieldProfile {
  const steps = parsePath(field.path);
  const wordsOf = (name: string) => withoutMarks(name, reading);
  const said = withoutEcho(names.map(wordsOf)).filter(
    (words, at) => at === names.length - 1 || !isContainer(words, at),
  );
  const parentWords = said.slice(0, -1).flat();
  const nameWords = wordsOf(names.at(-1) ?? '');
  const words = said.flat();
  const labelWords = field.label === null ? [] : readWords(field.label, reading.segmenter);
  const enumKeys = new Set(
    field.enum.flatMap(({ value, label }) => [enumKey(value), ...(label === null ? [] : [enumKey(label)])]),
  );
  const repeated = steps.some((step) => step.repeated);
  const record = readMeaning([entityWords]).head?.name ?? null;
  const read = readMeaning(said);
  const meaning = stateOrStatus(
    labelled(record === null ? read : insideRecord(read, record), labelWords),
    enumKeys,
  );
  const described = readWords(plainProse(field.description), reading.segmenter);
  const key = words.join('');
  const kind = valueKind(field);
  return {
    field,
    words,
    nameWords,
    parentWords,
    labelWords,
    proseWords: new Set([...words, ...labelWords, ...described]),
    describedBy: new Set(described),
    key,
    nameKey: nameWords.join(''),
    grams: trigrams(key),
    meaning,
    record,
    otherHeads: otherHeads(meaning, said, labelWords, entityWords, repeated ? null : record),
    kind,
    form: valueFormOf(names.at(-1) ?? '', kind, field.format),
    end: endOf(names),
    depth: steps.length,
    repeated,
    enumKeys,
    enumWords: new Set([...enumKeys].flatMap((value) => value.split(' '))),
  };
}

function withoutMarks(name: string, { system, segmenter }: Reading): string[] {
  // Dynamics wraps look-ups (`_ownerid_value`), Salesforce marks own fields (`Region__c`).
  const bare = name.replace(/^_(.+)_value$/, '$1').replace(/__[cr]$/i, '');
  const parts = bare.split('_');
  const marked = parts.findIndex(
    (part) => !vendorPrefixes.has(part.toLowerCase()) && !system.has(part.toLowerCase()),
  );
  const words = readWords(marked > 0 ? parts.slice(marked).join('_') : bare, segmenter);
  const kept = words.filter((word) => !system.has(word));
  return kept.length > 0 ? kept : words;
}

/** Where the name is general, the label says what is meant: `title` labelled "Job title". */
function labelled(meaning: Meaning, labelWords: readonly string[]): Meaning {
  const { head, tail, rest } = readMeaning([labelWords]);
  // What the label adds to the name narrows it: `role` labelled "Employment role".
  if (head !== null && head === meaning.head && rest.length > 0) return { ...meaning, rest };
  if (head === null || head.generic || rest.length > 0 || meaning.head?.name === 'id') return meaning;
  const general = meaning.head === null ? meaning.rest.length === 0 : meaning.head.generic;
  const finer = meaning.head !== null && areNear(meaning.head.name, head.name);
  return general || finer ? { ...meaning, head, tail } : meaning;
}

/** `state` with a list of words like "enabled" is no region. */
function stateOrStatus(meaning: Meaning, values: ReadonlySet<string>): Meaning {
  const status = concepts.get('account status');
  if (meaning.head?.name !== 'state' || values.size === 0 || status === undefined) return meaning;
  return [...values].some((value) => value.length <= 3) ? meaning : { ...meaning, head: status };
}

const persons = new Set([
  'contact',
  'user',
  'employee',
  'lead',
  'candidate',
  'customer',
  'patient',
  'requester',
]);

function otherHeads(
  meaning: Meaning,
  said: readonly (readonly string[])[],
  labelWords: readonly string[],
  entityWords: readonly string[],
  record: string | null,
): Set<string> {
  const words = said.flat();
  const heads = new Set<string>();
  const add = (reading: Meaning) => {
    if (reading.head !== null && !reading.head.generic && reading.rest.length === 0)
      heads.add(reading.head.name);
  };
  if (meaning.head?.name === 'name' && meaning.context.size === 0 && meaning.rest.length === 0) {
    // The name of a person's record, or of the person a bill or parcel goes to.
    const addressed = meaning.qualifiers.some(({ group }) => group === 'use');
    if (addressed || (record !== null && persons.has(record))) heads.add('full name');
  }
  // A record's own id is what the other system keeps as its external id.
  if (meaning.head?.name === 'id' && meaning.context.size === 0 && meaning.rest.length === 0)
    heads.add('external id');
  if (!heads.has('full name') && (meaning.head === null || meaning.head.generic)) {
    add(readMeaning([[...entityWords, ...words]]));
  }
  // "company name" inside a company is its name.
  if (words.length > entityWords.length && entityWords.every((word, at) => words[at] === word)) {
    add(readMeaning([words.slice(entityWords.length)]));
  }
  if (labelWords.length > 0) add(readMeaning([labelWords]));
  if (meaning.head?.name === 'account status') heads.delete('state');
  return heads;
}

function isContainer(words: readonly string[], at: number): boolean {
  // At the top, items are what is sold; further down they are the elements of any list.
  if (at === 0 && words.join(' ') === 'item') return false;
  return containers.has(words.join(' ')) || words.every((word) => containers.has(word));
}

/** Steps without what only repeats the one before: `PrimaryEmailAddr.Address`, `addressBook.addressBookAddress`. */
function withoutEcho(steps: readonly (readonly string[])[]): (readonly string[])[] {
  return steps.map((step, at) => {
    const before = steps[at - 1] ?? [];
    if (
      before.length > 0 &&
      step.length > before.length &&
      before.every((word, index) => step[index] === word)
    ) {
      return step.slice(before.length);
    }
    return step.length > 1 || step[0] !== before.at(-1) ? step : [];
  });
}

/** First words of a description without markup; the rest of a long text says little about what a field is. */
function plainProse(description: string | null): string {
  return (description ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/https?:\S+/g, ' ')
    .slice(0, 240);
}

function endOf(names: readonly string[]): 'from' | 'to' | null {
  const words = names.flatMap(splitIdentifier);
  const from = words.some((word) => word === 'from' || word === 'sender');
  const to =
    words[0] === 'to' ||
    words.at(-1) === 'to' ||
    words.some((word) => word === 'recipient' || word === 'receiver');
  return from === to ? null : from ? 'from' : 'to';
}

function trigrams(text: string): Float64Array {
  const padded = `  ${text} `;
  const grams = new Set<number>();
  for (let at = 0; at + 3 <= padded.length; at += 1) {
    const [a, b, c] = [padded.charCodeAt(at), padded.charCodeAt(at + 1), padded.charCodeAt(at + 2)];
    grams.add((a * 65_536 + b) * 65_536 + c);
  }
  return Float64Array.from(grams).sort();
}
