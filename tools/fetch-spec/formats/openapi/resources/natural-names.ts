import { entityName } from '../../../naming/words.ts';
import type { Resource } from './group-calls.ts';

const general =
  /^(?:objects?|records?|rows?|resources?|entit(?:y|ies)|items?|sys|pk|obj|res|ref|[a-z]{0,2})$/i;

/**
 * The steps by which a resource is named. Where its path ends with a number or a placeholder (`/objects/0-3`), the
 * placeholder of its records says more (`dealId`); where that is general as well and the document is about nothing else,
 * its title does (`Contacts`).
 */
export function naturalNames(
  { key, names, idParameter }: Resource,
  title: string,
  alone: boolean,
): readonly string[] {
  const last = key.slice(key.lastIndexOf('/') + 1);
  // `/blocks/{id}/children` holds blocks.
  if (/^children$/i.test(last) && names.length > 1) return names.slice(0, -1);
  if (last === names.at(-1) && !general.test(last)) return names;
  const ofParameter = (idParameter ?? '').replace(/_?(?:id|key|uuid|name)$/i, '');
  if (last !== names.at(-1) && ofParameter !== '' && !general.test(ofParameter))
    return [...names, ofParameter];
  const short = title.trim().split(/\s+/).length <= 2 && entityName(title) !== '';
  return alone && short && general.test(names.at(-1) ?? '') ? [...names, title] : names;
}
