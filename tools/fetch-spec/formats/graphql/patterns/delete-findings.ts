import type { Finding } from '../../../../model/index.ts';
import type { TypeRoles } from '../types/type-roles.ts';

/** How what was deleted or put away is seen: a list of deletions, an argument, a field of the records. */
export function deleteFindings(roles: TypeRoles): Finding[] {
  const findings: Finding[] = [];
  const list = roles.queries.find(
    ({ field }) =>
      /^(?:deletion_?events|deleted_?\w{1,40}|\w{1,40}_?deletions|tombstones)$/i.test(field.name) &&
      (roles.page(field.type.name) !== undefined || field.type.item !== null),
  );
  if (list !== undefined) {
    findings.push({
      kind: 'deleted-list',
      detail: { call: list.at },
      evidence: `query ${list.at}`,
      confidence: 0.85,
    });
  }
  const flags = [
    ['deleted-filter', /^(?:include|show|with)_?(?:deleted|trashed)$/i],
    ['archived-flag', /^(?:include|show|with|is)?_?archived$/i],
  ] as const;
  for (const [kind, name] of flags) {
    const asked = roles.queries.filter(({ field }) =>
      field.args.some((argument) => name.test(argument.name)),
    );
    const [first] = asked;
    const argument = first?.field.args.find((each) => name.test(each.name));
    if (first === undefined || argument === undefined) continue;
    findings.push({
      kind,
      detail: { parameter: argument.name, calls: asked.slice(0, 10).map(({ at }) => at) },
      evidence: `argument ${argument.name} of ${first.at}`,
      confidence: 0.8,
    });
  }
  return [...findings, ...recordFlags(roles)];
}

/** A stamp or flag that many of the listed records have. */
function recordFlags(roles: TypeRoles): Finding[] {
  const listed = new Set(
    roles.queries
      .map(({ field }) => roles.page(field.type.name)?.item ?? field.type.name)
      .filter((name) => roles.isRecord(name)),
  );
  const kinds = [
    ['tombstones', /^(?:is_?)?deleted(?:_?(?:at|on|date))?$/i],
    ['archived-flag', /^(?:is_?)?archived(?:_?(?:at|on|date))?$/i],
  ] as const;
  return kinds.flatMap(([kind, name]): Finding[] => {
    const places = [...listed].flatMap((type) => {
      const field = [...(roles.graph.types.get(type)?.fields.keys() ?? [])].find((each) => name.test(each));
      return field === undefined ? [] : [{ type, field }];
    });
    const [first] = places;
    // One type with such a field says nothing of the API.
    if (first === undefined || places.length < 2 || places.length * 5 < listed.size) return [];
    return [
      {
        kind,
        detail: { field: first.field, types: places.slice(0, 10).map(({ type }) => type) },
        evidence: `field ${first.type}.${first.field}`,
        confidence: 0.7,
      },
    ];
  });
}
