import type { Evidence } from '../../model/index.ts';
import type { Recollection } from '../memory/recollection.ts';
import type { FieldProfile } from '../profile/field-profile.ts';
import type { Candidate } from '../score/rank.ts';
import { type SignalName, signal } from '../score/signals.ts';

/** Why this pair, in plain words, and what speaks against it. */
export function evidenceFor({ source, signals, recollection }: Candidate, target: FieldProfile): Evidence[] {
  const found: Evidence[] = [];
  const on = (name: SignalName) => signal(signals, name);
  const add = (signal: string, says: string, speaksFor: boolean) =>
    found.push({ signal, says, for: speaksFor });
  if (recollection !== null) add('memory', memoryWords(recollection), recollection.verdict === 'approved');
  const s = source.field;
  const t = target.field;
  if (on('sameKey') === 1) add('name', 'the names are the same', true);
  else if (on('sameName') === 1) add('name', `both are named "${target.nameWords.join(' ')}"`, true);
  else if (on('words') >= 0.5)
    add('name', `the names share words: ${shared(source.words, target.words)}`, true);
  const concept = target.meaning.head?.name ?? source.meaning.head?.name;
  if (on('sameConcept') === 1) add('concept', `both mean "${concept}"`, true);
  else if (on('otherConcept') === 1)
    add('concept', `in its record, each means "${sharedHead(source, target)}"`, true);
  else if (on('nearConcept') === 1) {
    add(
      'concept',
      `"${source.meaning.head?.name}" is near "${target.meaning.head?.name}", but not the same`,
      true,
    );
  } else if (on('conceptConflict') === 1) {
    add('concept', `"${source.meaning.head?.name}" is not "${target.meaning.head?.name}"`, false);
  }
  if (on('label') >= 0.75 && s.label !== null && t.label !== null && on('sameKey') === 0) {
    add('label', `the labels are alike: "${s.label.slice(0, 60)}" and "${t.label.slice(0, 60)}"`, true);
  }
  if (on('prose') >= 0.4 && s.description !== null && t.description !== null) {
    add('description', 'the descriptions share their telling words', true);
  }
  if (on('kindSame') === 1) add('type', `both hold ${kindWords[target.kind]}`, true);
  else if (on('kindConflict') === 1 || on('kindOdd') === 1) {
    add('type', `${kindWords[source.kind]} would have to become ${kindWords[target.kind]}`, false);
  }
  if (on('formatSame') === 1) add('format', `both are written as ${t.format}`, true);
  if (on('enumOverlap') > 0) add('values', 'the lists of values overlap', true);
  if (on('enumDisjoint') === 1) add('values', 'the lists of values have nothing in common', false);
  if (on('qualifierConflict') === 1) {
    add('qualifier', `one says "${qualifiers(source)}", the other "${qualifiers(target)}"`, false);
  } else if (on('qualifierExtra') > 0)
    add('qualifier', `the source is one of several: "${qualifiers(source)}"`, false);
  if (on('restExtra') > 0) add('name', `the source also says "${source.meaning.rest.join(' ')}"`, false);
  if (on('restMissing') > 0) add('name', `the target also says "${target.meaning.rest.join(' ')}"`, false);
  if (found.length === 0) add('name', 'only the letters of the names are alike', true);
  return found;
}

function memoryWords({ verdict, layer, times, learnedFrom }: Recollection): string {
  const often = times > 1 ? ` (${times} times)` : '';
  const where = layer === 'connection' ? 'for this very connection' : `in ${learnedFrom}`;
  return `a person ${verdict} it ${where}${often}`;
}

const kindWords = {
  text: 'text',
  number: 'a number',
  boolean: 'yes or no',
  date: 'a date',
  object: 'a structure',
  array: 'a list',
  any: 'any value',
} as const;

function shared(a: readonly string[], b: readonly string[]): string {
  return [...new Set(b.filter((word) => a.includes(word)))].join(', ') || 'nearly';
}

function sharedHead(a: FieldProfile, b: FieldProfile): string {
  const heads = (p: FieldProfile) => [
    ...p.otherHeads,
    ...(p.meaning.head === null ? [] : [p.meaning.head.name]),
  ];
  return heads(b).find((head) => heads(a).includes(head)) ?? '';
}

function qualifiers({ meaning }: FieldProfile): string {
  return meaning.qualifiers.map(({ name }) => name).join(', ');
}
