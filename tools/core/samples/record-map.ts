import { looksLikeId } from './is-map.ts';

/** Fewer members are an object that happens to hold others. */
const least = 3;

/**
 * Is an object a map of records by their ids? `members` are the names it has, with the names that each object there has. All
 * look like ids, or are numbered (`u_1`, `17`) and hold objects of one form.
 */
export function isRecordMap(members: readonly (readonly [string, readonly string[]])[]): boolean {
  if (members.length < least) return false;
  if (members.every(([name]) => looksLikeId(name))) return true;
  const numbered = members.every(([name]) => /^(?:[A-Za-z]{1,20}[_-]?)?\d+$/.test(name));
  return numbered && haveOneForm(members.map(([, inner]) => inner));
}

/** Does each have most of what the first has? */
function haveOneForm(records: readonly (readonly string[])[]): boolean {
  const [first = []] = records;
  return (
    first.length >= 2 &&
    records.every((names) => first.filter((name) => names.includes(name)).length * 3 >= first.length * 2)
  );
}
