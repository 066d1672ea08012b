import type { Entity } from '../../model/index.ts';
import type { FieldProfile } from '../profile/field-profile.ts';

/** Names of records that are made to hold those of other systems: there an id and a time stamp are data like any other. */
const commonModel = /(?:^|[^a-z])(?:unified|standard|common|canonical|model|cdm|warehouse)(?:$|[^a-z])/i;

/** Neither side is a common model: both give their records ids and time stamps of their own. */
export function areTwoSystems(source: Entity, target: Entity): boolean {
  return ![source, target].some(({ system, name }) => commonModel.test(`${system} ${name}`));
}

const stamps = new Set(['created at', 'updated at']);

/** The most that a pair is worth between two systems: what each gives its own records is not carried over. */
export function systemGivenLimit(source: FieldProfile, target: FieldProfile): number {
  const a = source.meaning;
  const b = target.meaning;
  if (a.head === null || a.head !== b.head) return 1;
  if (a.head.name === 'id' && b.rest.length === 0) return 0.45;
  if (stamps.has(a.head.name) && b.context.size === 0 && b.rest.length === 0) return 0.6;
  // An id of something else is good for a look-up at best.
  return a.tail === 'id' && b.tail === 'id' ? 0.75 : 1;
}
