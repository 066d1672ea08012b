import type protobuf from 'protobufjs';
import { property } from '../../../../core/json/json.ts';
import type { Operation } from '../../../../model/index.ts';
import { optionValue } from '../schemas/options.ts';

export interface HttpRule {
  readonly method: Operation['method'];
  readonly path: string;
  /** Names in the path, in its order. */
  readonly placeholders: readonly string[];
  /** Field of the request that is the body; `*` for all that is not in the path; null for none. */
  readonly body: string | null;
}

/** The HTTP call that `google.api.http` declares for a method; undefined when it declares none. */
export function httpRule(method: protobuf.Method): HttpRule | undefined {
  const rule = optionValue(method, '(google.api.http)');
  for (const verb of ['get', 'post', 'put', 'patch', 'delete'] as const) {
    const path = property(rule, verb);
    if (typeof path !== 'string' || !path.startsWith('/') || path.length > 1_000) continue;
    const placeholders: string[] = [];
    // `{topic.name=projects/*/topics/*}` → `{name}`.
    const plain = path.replaceAll(/\{([\w.]+)(?:=[^{}]*)?\}/g, (_, name: string) => {
      const last = name.split('.').at(-1) ?? name;
      placeholders.push(last);
      return `{${last}}`;
    });
    const body = property(rule, 'body');
    const upper = verb.toUpperCase() as Operation['method'];
    return { method: upper, path: plain, placeholders, body: typeof body === 'string' ? body : null };
  }
  return undefined;
}
