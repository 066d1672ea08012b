import type { Located, SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { Finding } from '../../../../../model/index.ts';
import { type Body, bodyOf, type HttpCall } from '../../http-call.ts';
import { answersOf } from '../answers.ts';
import { sampleCalls } from '../sample-calls.ts';
import { type ErrorPaths, errorPaths } from './error-paths.ts';

interface Candidate {
  readonly kind: string;
  readonly paths: ErrorPaths;
  readonly mediaType: string;
  readonly at: string;
  readonly statuses: Set<string>;
  count: number;
}

/** The forms of error bodies, the one of most answers first. */
export function errorFindings(reader: SchemaReader, calls: readonly HttpCall[]): Finding[] {
  const candidates = new Map<string, Candidate>();
  const known = new Map<string, string>();
  for (const call of sampleCalls(calls, 150)) {
    for (const { status, located } of answersOf(reader, call)) {
      if (!/^(?:[45]|default$)/i.test(status)) continue;
      const key = known.get(located.at) ?? keyOf(reader, located, status, candidates);
      known.set(located.at, key);
      const candidate = candidates.get(key);
      if (candidate === undefined) continue;
      candidate.count += 1;
      if (candidate.statuses.size < 20) candidate.statuses.add(status);
    }
  }
  return [...candidates.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 5)
    .map(({ kind, paths, mediaType, at, statuses, count }) => ({
      kind,
      detail: {
        ...paths,
        mediaType: mediaType.slice(0, 100),
        statuses: [...statuses].sort(),
        answers: count,
      },
      evidence: `error answer at ${at}`,
      confidence: count > 1 ? 0.85 : 0.75,
    }));
}

/** Finds the form of one answer, adds it to the candidates and gives its key; '' when the answer has no body to read. */
function keyOf(
  reader: SchemaReader,
  answer: Located,
  status: string,
  candidates: Map<string, Candidate>,
): string {
  const body = bodyOf(reader, answer);
  if (body === undefined) return '';
  const paths = errorPaths(reader, body.schema);
  const kind = kindOf(reader, body, paths);
  if (kind === undefined || (status === 'default' && paths.message === null)) return '';
  const key = JSON.stringify([kind, paths]);
  if (!candidates.has(key)) {
    candidates.set(key, {
      kind,
      paths,
      mediaType: body.mediaType,
      at: answer.at,
      statuses: new Set(),
      count: 0,
    });
  }
  return key;
}

function kindOf(
  reader: SchemaReader,
  { mediaType, schema }: Body,
  { message, code }: ErrorPaths,
): string | undefined {
  if (/problem\+(?:json|xml)/i.test(mediaType)) return 'problem-json';
  if (message === null) return undefined;
  const { properties } = reader.shape(schema);
  const has = (...names: string[]) => names.every((name) => properties.has(name));
  // RFC 9457 by its members, under another media type.
  if (has('type', 'title') && has('status') && (has('detail') || has('instance')) && !has('message'))
    return 'problem-json';
  if (/^(?:.*\.)?faultstring$/i.test(message)) return 'soap-fault';
  const error = properties.get('error') ?? properties.get('odata\\.error');
  const members = error === undefined ? undefined : reader.shape(error).properties;
  const isOData =
    code === 'error.code' &&
    message.startsWith('error.message') &&
    members !== undefined &&
    (members.has('innererror') || (members.has('details') && members.has('target')));
  return isOData ? 'odata-error' : 'json-body';
}
