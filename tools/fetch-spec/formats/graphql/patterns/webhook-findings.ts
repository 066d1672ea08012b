import type { Finding } from '../../../../model/index.ts';
import type { TypeRoles } from '../types/type-roles.ts';

/** Mutations that subscribe to webhooks, and the topics there are. */
export function webhookFindings(roles: TypeRoles): Finding[] {
  const calls = roles.mutations.filter(
    ({ field }) =>
      /web_?hook/i.test(field.name) && /create|add|subscri|insert|register|update|delete/i.test(field.name),
  );
  const [first] = calls.filter(({ field }) => /create|add|register|insert/i.test(field.name));
  if (first === undefined) return [];
  const topics = [...roles.graph.types.values()].find(
    ({ kind, name }) =>
      kind === 'enum' && /web_?hook/i.test(name) && /(?:topic|event|type|resource)s?$/i.test(name),
  );
  return [
    {
      kind: 'subscription-calls',
      detail: {
        calls: calls.slice(0, 10).map(({ at }) => at),
        ...(topics === undefined ? {} : { events: topics.values.slice(0, 100).map(({ name }) => name) }),
      },
      evidence: `mutation ${first.at}`,
      confidence: 0.9,
    },
  ];
}
