import { property, textOf } from '../../../../../core/json/json.ts';
import type { Located } from '../../../../../core/openapi/schema-reader.ts';
import type { Finding } from '../../../../../model/index.ts';
import type { HttpCall } from '../../http-call.ts';
import { callNames, rankFindings } from '../evidence.ts';
import { nameWords } from '../name-words.ts';
import { maximumInText } from '../pagination/number-in-text.ts';
import type { Survey } from '../survey.ts';
import { jobCollections } from './job-calls.ts';

const verb =
  /^(?:create|insert|update|upsert|delete|archive|retrieve|read|get|change|add|remove|write|import|edit|patch|save|convert|action|actions|request|requests|operations?)$/;
const bulkWord = /^(?:batch|bulk|mass|multiple|collections?|composite)$/;
const bulkText =
  /\bin bulk\b|\bbulk[- ]?(?:create|insert|update|upsert|delete|add|import|remove|edit|set|activate|retrieve)|\bbatch (?:of|creat|request|insert|updat|upsert|delet|\w{1,20} creat)/i;
const manyText =
  /^(?:creates?|inserts?|adds?|updates?|deletes?|upserts?)(?: or (?:creates?|updates?|deletes?))? (?:one or (?:more|many|several)|multiple|many|several)\b/i;
const denied =
  /not (?:yet )?(?:currently )?(?:supported|possible|allowed|available)|as of now|does not|doesn't|cannot/i;

interface Batch {
  readonly call: HttpCall;
  readonly confidence: number;
}

/** Calls that write (or read by id) many records at once; those of different limits are findings of their own. */
export function batchFindings(survey: Survey): Finding[] {
  const jobs = jobCollections(survey.calls);
  const ofAll = saidOfAll(survey);
  const limits = new Map<number | null, Batch[]>();
  for (const call of survey.calls) {
    const batch = jobs.has(call.path) ? undefined : batchOf(survey, call);
    if (batch === undefined) continue;
    const limit = ownLimit(survey, batch) ?? (batch.confidence < 0.8 ? null : ofAll);
    const known = limits.get(limit);
    if (known === undefined) limits.set(limit, [batch]);
    else known.push(batch);
  }
  return rankFindings(
    [...limits]
      .toSorted((a, b) => b[1].length - a[1].length)
      .flatMap(([limit, batches]) => findingOf(limit, batches) ?? []),
    6,
  );
}

function findingOf(limit: number | null, batches: readonly Batch[]): Finding | undefined {
  const [best] = batches.toSorted((a, b) => b.confidence - a.confidence);
  if (best === undefined) return undefined;
  const calls = callNames(
    batches.map(({ call }) => call),
    20,
  );
  return {
    kind: 'batch-calls',
    detail: { maxRecords: limit, calls },
    evidence: `call at ${best.call.at}`,
    confidence: best.confidence,
  };
}

function batchOf(survey: Survey, call: HttpCall): Batch | undefined {
  const steps = call.path.split('/').filter((step) => step !== '' && !step.includes('{'));
  const summary = (textOf(property(call.node, 'summary')) ?? call.text.trim()).slice(0, 300);
  const opening = call.text.trim().slice(0, 500);
  if (denied.test(summary)) return undefined;
  const said =
    bulkText.test(summary) ||
    (bulkText.test(opening) && !denied.test(opening)) ||
    (manyText.test(summary) && takesList(survey, call));
  const writes = call.method !== 'GET';
  if (steps.some((step) => isBatchStep(step)) && (writes || /^\/?\$?batch$/i.test(steps.at(-1) ?? ''))) {
    return { call, confidence: said ? 0.9 : 0.85 };
  }
  if (!writes) return undefined;
  const last = steps.at(-1) ?? '';
  const hasWord = nameWords(last).some((word) => bulkWord.test(word) && word !== 'composite');
  if (said) return { call, confidence: hasWord ? 0.85 : 0.75 };
  return isListCreate(survey, call) ? { call, confidence: 0.6 } : undefined;
}

/** `batch`, `$batch`, `bulk-create`, `insertMultiple`, `batchGet`; not `batch-payments`. */
function isBatchStep(step: string): boolean {
  const all = nameWords(step.replace(/^.*:/, '').replace(/^\$/, ''));
  if (all.length === 1) return /^(?:batch|bulk|composite)$/.test(all[0] ?? '');
  return (
    all.some((word) => bulkWord.test(word) && !/^(?:collections?|composite)$/.test(word)) &&
    all.some((word) => verb.test(word))
  );
}

/** A list of objects as the body or one of its properties; or ids in the query of a DELETE. */
function takesList({ reader }: Survey, call: HttpCall): boolean {
  if (call.method === 'DELETE') return true;
  if (call.request === undefined) return false;
  const shape = reader.shape(call.request.schema);
  const isList = (located: Located) => {
    const { items } = reader.shape(located);
    return items !== undefined && reader.shape(items).properties.size > 0;
  };
  return isList(call.request.schema) || [...shape.properties.values()].slice(0, 20).some(isList);
}

/** A POST of a list of records where records are listed or read as well. */
function isListCreate({ reader, entities }: Survey, call: HttpCall): boolean {
  if (call.method !== 'POST' || call.request === undefined) return false;
  const { items } = reader.shape(call.request.schema);
  if (items === undefined || reader.shape(items).properties.size < 2) return false;
  return entities.some(
    ({ operations: { create, list, get } }) => create?.at === call.at && (list ?? get) !== undefined,
  );
}

/** The most records of one call, where its schema or its text says so. */
function ownLimit(survey: Survey, { call, confidence }: Batch): number | null {
  // A list in a call that may be no batch can be anything.
  if (confidence < 0.8) return null;
  const declared = call.request === undefined ? undefined : maxItems(survey, call.request.schema);
  return declared ?? maximumOfCall(call.text.slice(0, 3_000));
}

function maxItems({ reader }: Survey, schema: Located): number | undefined {
  const shape = reader.shape(schema);
  const lists = [
    shape,
    ...[...shape.properties.values()].slice(0, 20).map((located) => reader.shape(located)),
  ];
  return lists
    .filter(({ items }) => items !== undefined)
    .map(({ keywords }) => keywords['maxItems'])
    .find((value): value is number => Number.isSafeInteger(value) && Number(value) > 1);
}

function maximumOfCall(text: string): number | null {
  const sentence = text.match(
    /[^.]{0,200}\b(?:up to|max(?:imum)?|limit(?:ed)? (?:of|to)|no more than)\b[^.]{0,100}/i,
  )?.[0];
  return sentence === undefined ||
    !/record|object|item|action|request|contact|entit|batch|row/i.test(sentence)
    ? null
    : maximumInText(sentence);
}

/** What the introduction says of batches; a tag, a parameter or an answer speaks of its own calls only. */
function saidOfAll({ prose }: Survey): number | null {
  const said = prose.find(
    ({ text, place }) =>
      (place === 'info' || place === 'extension') &&
      /\b(?:batch|bulk)\b/i.test(text) &&
      maximumInText(text) !== null,
  );
  return said === undefined ? null : maximumInText(said.text);
}
