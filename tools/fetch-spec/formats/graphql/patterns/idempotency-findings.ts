import type { EntitySummary, Finding, Operation } from '../../../../model/index.ts';
import type { TypeRoles } from '../types/type-roles.ts';

/** Arguments by which a record is found that may be there already. */
const keyName = /^(?:identifier|handle|external|where|on_?conflict)/i;

/** Keys that make a repeated mutation harmless, and mutations that create or update. */
export function idempotencyFindings(roles: TypeRoles, entities: readonly EntitySummary[]): Finding[] {
  const findings: Finding[] = [];
  const directive = roles.graph.directives.find(({ name }) => /idempoten/i.test(name));
  const keyed = roles.mutations.filter(({ field }) =>
    field.args.some(({ name }) => /^idempotency_?key$/i.test(name)),
  );
  if (directive !== undefined) {
    const [key] = directive.args;
    findings.push({
      kind: 'idempotency-key',
      detail: { in: 'directive', name: `@${directive.name}`, argument: key?.name ?? null },
      evidence: `directive @${directive.name}`,
      confidence: 0.9,
    });
  } else if (keyed.length > 0) {
    const argument = keyed[0]?.field.args.find(({ name }) => /^idempotency_?key$/i.test(name))?.name ?? '';
    findings.push({
      kind: 'idempotency-key',
      detail: { in: 'variables', name: argument, calls: keyed.slice(0, 10).map(({ at }) => at) },
      evidence: `argument ${argument} of ${keyed[0]?.at ?? ''}`,
      confidence: 0.85,
    });
  }
  const upserts = entities.flatMap(({ operations }) => operations.upsert ?? []);
  const keyOf = (parameters: Operation['parameters']) =>
    parameters.find(({ name }) => keyName.test(name))?.name;
  const byKey = upserts.filter(({ parameters }) => keyOf(parameters) !== undefined);
  const [first] = byKey;
  if (first !== undefined) {
    findings.push({
      kind: 'external-id-upsert',
      detail: { parameter: keyOf(first.parameters) ?? null, calls: byKey.slice(0, 10).map(({ at }) => at) },
      evidence: `mutation ${first.at}`,
      confidence: 0.85,
    });
  }
  return findings;
}
