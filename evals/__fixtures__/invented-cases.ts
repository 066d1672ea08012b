const fields = (paths: readonly string[]) => paths.map((path) => ({ path, type: 'string' }));

/** A small case between invented vendors: plain renames, one distractor a side. */
export function inventedCase(id: string, vendor: string, names: Readonly<Record<string, string>>) {
  return {
    id,
    domain: 'test',
    source: { system: vendor, entity: 'person', fields: fields([...Object.keys(names), 'etag']) },
    target: { system: 'unified', entity: 'person', fields: fields([...Object.values(names), 'color']) },
    gold: Object.entries(names).map(([source, target]) => ({ source: [source], target, transform: 'rename' })),
  };
}

/** Five cases of four vendors. */
export const inventedCases = [
  inventedCase('arbor-person', 'arbor', { mail: 'email', given: 'first_name', tel: 'phone' }),
  inventedCase('birch-person', 'birch', { email_address: 'email', surname: 'last_name', town: 'city' }),
  inventedCase('birch-owner', 'birch-crm', { emailAddr: 'email', zip: 'postal_code', created: 'created_at' }),
  inventedCase('cedar-person', 'cedar', { emailAddress: 'email', firstName: 'first_name', cityName: 'city' }),
  inventedCase('dogwood-person', 'dogwood', { e_mail: 'email', family_name: 'last_name', mobile: 'phone' }),
] as const;
