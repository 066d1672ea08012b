import { areNear, ofAnything, roles } from '../concepts/concept-table.ts';
import type { Meaning } from '../concepts/read-meaning.ts';
import type { FieldProfile } from '../profile/field-profile.ts';
import { cosine } from '../vectors/word-vectors.ts';
import type { Comparable } from './comparable.ts';
import { dice, jaroWinkler } from './similarity.ts';
import { diceOf, weightedDice } from './sorted-sets.ts';
import { alike, near, wordOverlap } from './word-overlap.ts';
import type { WordTable } from './word-table.ts';

/** Names of the signals, in the order of a signal vector. */
export const signalNames = [
  'sameKey',
  'sameName',
  'letters',
  'trigrams',
  'words',
  'nameWords',
  'label',
  'prose',
  'proseApart',
  'parents',
  'sameConcept',
  'sameGeneric',
  'otherConcept',
  'nearConcept',
  'conceptConflict',
  'conceptOnlyTarget',
  'conceptOnlySource',
  'context',
  'contextMissing',
  'contextExtra',
  'qualifierSame',
  'qualifierConflict',
  'qualifierExtra',
  'qualifierMissing',
  'ordinalSame',
  'ordinalConflict',
  'restExtra',
  'restMissing',
  'formSame',
  'formConflict',
  'foreignForm',
  'kindSame',
  'kindConflict',
  'kindOdd',
  'formatSame',
  'formatConflict',
  'idConflict',
  'enumOverlap',
  'enumDisjoint',
  'repeatedSame',
  'repeatedConflict',
  'depthSame',
  'sourceContained',
  'targetContained',
  'sourceDepth',
  'valueFormSame',
  'valueFormConflict',
  'roleMissing',
  'roleExtra',
  'ownSame',
  'ownConflict',
  'nearNames',
  'nearProse',
  'sameEnd',
  'otherEnd',
] as const;
export type SignalName = (typeof signalNames)[number];
/** One number per signal, in the order of `signalNames`: there are as many of these as pairs, so they are kept small. */
export type Signals = Float64Array;

const at = Object.fromEntries(signalNames.map((name, index) => [name, index])) as Record<SignalName, number>;

/** The value of one signal. */
export function signal(signals: Signals, name: SignalName): number {
  return signals[at[name]] ?? 0;
}

/** Compares one source with one target field. Every signal is 0..1. */
export function signalsOf(source: Comparable, target: Comparable, table: WordTable): Signals {
  const into = new Float64Array(signalNames.length);
  const s = source.profile;
  const t = target.profile;
  nameSignals(into, source, target, table);
  conceptSignals(into, s, t);
  contextSignals(into, s.meaning, t.meaning);
  if (speaksOfOther(source, target)) {
    // Where the names mean the same, other words for it say little.
    into[at.proseApart] = signal(into, 'sameConcept') + signal(into, 'otherConcept') > 0 ? 0.4 : 1;
  }
  foreignForm(into, s.meaning, t.meaning);
  into[at.restExtra] = unmatched(source.rest, target.words, table);
  into[at.restMissing] = unmatched(target.rest, source.words, table);
  shapeSignals(into, s, t);
  return into;
}

function nameSignals(into: Signals, source: Comparable, target: Comparable, table: WordTable): void {
  const s = source.profile;
  const t = target.profile;
  const trigrams = diceOf(s.grams, t.grams);
  into[at.sameKey] = s.key === t.key ? 1 : 0;
  into[at.sameName] = s.nameKey === t.nameKey ? 1 : 0;
  // Names without three letters in common are not alike letter by letter either.
  into[at.letters] = trigrams === 0 ? 0 : jaroWinkler(s.key, t.key);
  into[at.trigrams] = trigrams;
  into[at.words] = wordOverlap(source.words, target.words, table, alike);
  into[at.nameWords] = wordOverlap(source.nameWords, target.nameWords, table, alike);
  into[at.label] = labelOverlap(source, target, table, signal(into, 'nameWords'));
  into[at.prose] = weightedDice(
    source.prose,
    target.prose,
    table.weights,
    source.proseWeight,
    target.proseWeight,
  );
  into[at.parents] = wordOverlap(source.parentWords, target.parentWords, table, alike);
  into[at.nearNames] = wordOverlap(source.words, target.words, table, near);
  into[at.nearProse] = Math.max(0, cosine(source.direction, target.direction));
  into[at.sourceContained] = contained(source.words, target.words);
  into[at.targetContained] = contained(target.words, source.words);
  into[at.sourceDepth] = Math.min(1, (s.depth - 1) / 4);
}

function labelOverlap(s: Comparable, t: Comparable, table: WordTable, otherwise: number): number {
  if (s.profile.labelWords.length === 0 && t.profile.labelWords.length === 0) return otherwise;
  return Math.max(otherwise, wordOverlap(s.labelWords, t.labelWords, table, alike));
}

function conceptSignals(into: Signals, s: FieldProfile, t: FieldProfile): void {
  const a = s.meaning.head;
  const b = t.meaning.head;
  const same = a !== null && a === b;
  const specificA = a !== null && !a.generic;
  const specificB = b !== null && !b.generic;
  const other = !(same && specificA) && sharesHead(s, t);
  const near = !same && !other && a !== null && b !== null && areNear(a.name, b.name);
  into[at.sameConcept] = same && specificA ? 1 : 0;
  into[at.sameGeneric] = same && !specificA ? 1 : 0;
  into[at.otherConcept] = other ? 1 : 0;
  into[at.nearConcept] = near ? 1 : 0;
  into[at.conceptConflict] = specificA && specificB && !same && !other && !near ? 1 : 0;
  into[at.conceptOnlyTarget] = specificB && !specificA && !other && !near ? 1 : 0;
  into[at.conceptOnlySource] = specificA && !specificB && !other && !near ? 1 : 0;
  // The id, name or type of the record itself, or of something in it.
  const own = same && (!specificA || ofAnything.has(a.name));
  into[at.ownSame] = own && isOwn(s.meaning) && isOwn(t.meaning) ? 1 : 0;
  into[at.ownConflict] = own && isOwn(s.meaning) !== isOwn(t.meaning) ? 1 : 0;
}

function isOwn({ context, rest }: Meaning): boolean {
  return context.size === 0 && rest.length === 0;
}

function sharesHead(s: FieldProfile, t: FieldProfile): boolean {
  const a = s.meaning.head;
  const b = t.meaning.head;
  if (a !== null && t.otherHeads.has(a.name)) return true;
  if (b !== null && s.otherHeads.has(b.name)) return true;
  for (const head of s.otherHeads) if (t.otherHeads.has(head)) return true;
  return false;
}

function contextSignals(into: Signals, s: Meaning, t: Meaning): void {
  const extra = unshared(s, t);
  const missing = unshared(t, s);
  const names = s.qualifierNames;
  const targetNames = t.qualifierNames;
  const conflict =
    names.size > 0 &&
    targetNames.size > 0 &&
    s.qualifiers.some(
      (q) => !targetNames.has(q.name) && t.qualifiers.some((r) => r.group === q.group && !names.has(r.name)),
    );
  into[at.roleExtra] = strangeRole(s, t) ? 1 : 0;
  into[at.roleMissing] = strangeRole(t, s) ? 1 : 0;
  into[at.context] = dice(s.context, t.context);
  into[at.contextMissing] = Math.min(1, missing / 2);
  into[at.contextExtra] = Math.min(1, extra / 2);
  into[at.qualifierSame] = dice(names, targetNames);
  into[at.qualifierConflict] = conflict ? 1 : 0;
  into[at.qualifierExtra] = extraQualifiers(s, targetNames);
  into[at.qualifierMissing] = extraQualifiers(t, names);
  into[at.ordinalSame] = s.ordinal !== null && s.ordinal === t.ordinal ? 1 : 0;
  into[at.ordinalConflict] = (s.ordinal ?? 1) !== (t.ordinal ?? 1) ? 1 : 0;
  const tails = s.tail !== null && t.tail !== null;
  const sameTail = tails && (s.tail === t.tail || (keyTails.has(s.tail ?? '') && keyTails.has(t.tail ?? '')));
  into[at.formSame] = sameTail ? 1 : 0;
  into[at.formConflict] = tails && !sameTail ? 1 : 0;
}

/** What business people call a number, developers call an id. */
const keyTails = new Set(['id', 'number', 'key']);

/** "tax id type" against "type": the type of something else than the record. */
function foreignForm(into: Signals, s: Meaning, t: Meaning): void {
  if (into[at.otherConcept] === 1) return;
  if (s.tail !== null && t.head?.generic === true && !t.context.has(s.head?.name ?? '')) {
    into[at.foreignForm] = 1;
  }
  if (t.tail !== null && s.head?.generic === true && !s.context.has(t.head?.name ?? '')) {
    into[at.foreignForm] = 1;
  }
}

/** Somebody else's: the e-mail of the owner, the manager's first name. */
function strangeRole(a: Meaning, b: Meaning): boolean {
  for (const name of a.context) {
    if (!roles.has(name) || b.context.has(name) || b.head?.name === name) continue;
    if (![...b.context].some((other) => areNear(name, other))) return true;
  }
  return false;
}

/** Context concepts that the other side neither has nor is near. */
function unshared(a: Meaning, b: Meaning): number {
  let count = 0;
  for (const name of a.context) {
    if (b.context.has(name) || b.head?.name === name || a.head?.wholes.has(name) === true) continue;
    if (![...b.context].some((other) => areNear(name, other))) count += 1;
  }
  return count;
}

/** What is likely meant when nothing is said costs less, "primary" nothing. */
const usual = new Map([
  ['primary', 0],
  ['billing', 0.5],
  ['mailing', 0.3],
  ['work', 0.4],
  ['latest', 0.7],
]);

function extraQualifiers({ qualifiers }: Meaning, others: ReadonlySet<string>): number {
  let extra = 0;
  for (const { name } of qualifiers) if (!others.has(name)) extra += usual.get(name) ?? 1;
  return Math.min(1, extra / 2);
}

function unmatched(rest: Int32Array, words: Int32Array, table: WordTable): number {
  let missing = 0;
  for (const word of rest) if (!words.some((other) => table.alike(word, other) > 0)) missing += 1;
  return Math.min(1, missing / 3);
}

/** Both are described at some length, and without one word in common. */
function speaksOfOther({ described: a }: Comparable, { described: b }: Comparable): boolean {
  return a.length >= 3 && b.length >= 3 && diceOf(a, b) === 0;
}

function contained(words: Int32Array, others: Int32Array): number {
  return words.length > 0 && words.every((word) => others.includes(word)) ? 1 : 0;
}

const loose = new Set(['any', 'text']);

function shapeSignals(into: Signals, s: FieldProfile, t: FieldProfile): void {
  const known = s.kind !== 'any' && t.kind !== 'any';
  const structured = (p: FieldProfile) => p.kind === 'object' || p.kind === 'array';
  const both = s.field.format !== null && t.field.format !== null;
  const enums = s.enumKeys.size > 0 && t.enumKeys.size > 0;
  const overlap = enums ? dice(s.enumKeys, t.enumKeys) : 0;
  const disjoint = enums && dice(s.enumWords, t.enumWords) === 0;
  into[at.kindSame] = known && s.kind === t.kind ? 1 : 0;
  into[at.kindConflict] = known && s.kind !== t.kind && structured(s) !== structured(t) ? 1 : 0;
  into[at.kindOdd] = known && s.kind !== t.kind && !loose.has(s.kind) && !loose.has(t.kind) ? 1 : 0;
  into[at.formatSame] = both && s.field.format === t.field.format ? 1 : 0;
  into[at.formatConflict] = both && s.field.format !== t.field.format && s.kind !== 'date' ? 1 : 0;
  into[at.idConflict] = isId(s) !== isId(t) ? 1 : 0;
  into[at.enumOverlap] = overlap;
  into[at.enumDisjoint] = disjoint ? 1 : 0;
  into[at.repeatedSame] = s.repeated && t.repeated ? 1 : 0;
  into[at.repeatedConflict] = s.repeated !== t.repeated ? 1 : 0;
  into[at.depthSame] = s.depth === t.depth ? 1 : 0;
  const forms = s.form !== null && t.form !== null;
  into[at.sameEnd] = s.end !== null && s.end === t.end ? 1 : 0;
  into[at.otherEnd] = s.end !== null && t.end !== null && s.end !== t.end ? 1 : 0;
  into[at.valueFormSame] = forms && s.form === t.form ? 1 : 0;
  into[at.valueFormConflict] = forms && s.form !== t.form ? 1 : 0;
}

function isId({ meaning }: FieldProfile): boolean {
  return meaning.head?.name === 'id' || meaning.tail === 'id';
}
