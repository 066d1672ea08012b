import { objectOf, property } from '../../../core/json/json.ts';
import type { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { Api, Finding } from '../../../model/index.ts';
import type { HttpCall } from './http-call.ts';
import { answersOf } from './patterns/answers.ts';
import { errorFindings } from './patterns/errors/error-findings.ts';

export interface ReadErrors {
  readonly errors: Api['errors'];
  readonly requestIdHeader: string | null;
  readonly findings: readonly Finding[];
}

/** The shape of error bodies: of those that most calls answer. */
export function readErrors(reader: SchemaReader, calls: readonly HttpCall[]): ReadErrors {
  const findings = errorFindings(reader, calls);
  const detail = findings.find((finding) => typeof finding.detail['message'] === 'string')?.detail;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    errors: { message: text(detail?.['message']), code: text(detail?.['code']) },
    requestIdHeader: requestIdHeader(reader, calls),
    findings,
  };
}

/** The header in which an answer carries the vendor's id of the request. */
function requestIdHeader(reader: SchemaReader, calls: readonly HttpCall[]): string | null {
  for (const call of calls.slice(0, 300)) {
    for (const { status, located } of answersOf(reader, call)) {
      if (!/^(?:[45]|default$)/i.test(status)) continue;
      const names = Object.keys(objectOf(property(located.node, 'headers')));
      const found = names.find((name) => /(?:request|correlation|trace|operation)-?id$/i.test(name));
      if (found !== undefined) return found;
    }
  }
  return null;
}
