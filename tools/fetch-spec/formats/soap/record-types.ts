import type { JsonObject } from '../../../core/json/json.ts';
import { membersOf } from './envelope-records.ts';
import type { XsdSchemas } from './xsd-schemas.ts';
import type { Component, XsdSet } from './xsd-set.ts';

/** Names of types that carry, find or point at records and are none themselves. */
const carrier =
  /(?:Request|Response|Reply|Result|Results|Search|SearchBasic|SearchAdvanced|SearchRow|SearchRowBasic|Ref|Reference|RefList|List|Fault|Exception|Error|Status|Header|Enum|Type|Info|Passport|Preferences|Field|Fields|Filter|Criteria)$/;

export interface RecordType {
  readonly component: Component;
  /** Pointer to its schema. */
  readonly at: string;
}

/** Object types with members, records before what carries them. Abstract ones are left out when others build on them. */
export function recordTypes(set: XsdSet, xsd: XsdSchemas, document: JsonObject): RecordType[] {
  const families = derivedTypes(set, xsd);
  const all = set
    .all('complexType', 'element')
    // An element of a global type is that type.
    .filter((component) => xsd.typeOf(component) === component)
    .filter((component) => component.element.get('abstract') !== 'true' || !families.has(component))
    .map((component) => ({ component, at: xsd.pointer(component) }))
    .filter(({ at }) => membersOf(document, at).length > 0);
  const isRecord = ({ component }: RecordType) => !carrier.test(component.name);
  const records = recordFamily(families);
  const rank = (type: RecordType) => (records.has(type.component) ? 0 : isRecord(type) ? 1 : 2);
  return all
    .map((type, index) => ({ type, index }))
    .sort((a, b) => rank(a.type) - rank(b.type) || a.index - b.index)
    .map(({ type }) => type);
}

/** The types that extend a base called Record (NetSuite) or sObject (Salesforce). */
function recordFamily(families: ReadonlyMap<Component, readonly Component[]>): ReadonlySet<Component> {
  const bases = [...families.keys()].filter(({ name }) => /^(?:Record|sObject)$/i.test(name));
  return new Set(bases.flatMap((base) => families.get(base) ?? []));
}

/** The concrete types below each type that others extend, in the order of declaration. */
export function derivedTypes(set: XsdSet, xsd: XsdSchemas): ReadonlyMap<Component, readonly Component[]> {
  const below = new Map<Component, Component[]>();
  for (const component of set.all('complexType')) {
    if (component.element.get('abstract') === 'true') continue;
    const seen = new Set([component]);
    for (let base = xsd.baseOf(component); base !== undefined && !seen.has(base); base = xsd.baseOf(base)) {
      seen.add(base);
      below.set(base, [...(below.get(base) ?? []), component]);
    }
  }
  return below;
}
