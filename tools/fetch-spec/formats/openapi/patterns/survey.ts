import type { Located, SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import type { EntitySummary, OperationKind } from '../../../../model/index.ts';
import type { HttpCall } from '../http-call.ts';
import { type Found, scalarsOf } from '../operations/response-path.ts';
import { type Envelope, findRecords } from '../resources/envelope.ts';
import { readProse } from './prose/read-prose.ts';
import type { Sentence } from './prose/sentences.ts';

/** What the answer of a call holds: its list of records, if it has one, and the scalars beside it. */
export interface Answer {
  readonly records: Envelope | undefined;
  readonly scalars: readonly Found[];
}

/** Everything the recognisers look at, read once. */
export class Survey {
  readonly reader: SchemaReader;
  readonly calls: readonly HttpCall[];
  readonly entities: readonly EntitySummary[];
  readonly #answers = new Map<HttpCall, Answer>();
  /** Where the calls stand that were recognised as lists or searches of a record type. */
  readonly reads: ReadonlySet<string>;
  /** Where those stand that make or change records. */
  readonly writes: ReadonlySet<string>;
  #prose: readonly Sentence[] | undefined;

  constructor(reader: SchemaReader, calls: readonly HttpCall[], entities: readonly EntitySummary[]) {
    this.reader = reader;
    this.calls = calls;
    this.entities = entities;
    this.reads = placesOf(entities, ['list', 'search', 'changes']);
    this.writes = placesOf(entities, ['create', 'upsert', 'update']);
  }

  /** The sentences of the document that may tell of a pattern. */
  get prose(): readonly Sentence[] {
    this.#prose ??= readProse(this.reader, this.calls);
    return this.#prose;
  }

  answer(call: HttpCall): Answer {
    let answer = this.#answers.get(call);
    if (answer === undefined) {
      answer = readAnswer(this.reader, call.response?.schema);
      this.#answers.set(call, answer);
    }
    return answer;
  }
}

function placesOf(entities: readonly EntitySummary[], kinds: readonly OperationKind[]): ReadonlySet<string> {
  return new Set(entities.flatMap(({ operations }) => kinds.flatMap((kind) => operations[kind]?.at ?? [])));
}

function readAnswer(reader: SchemaReader, body: Located | undefined): Answer {
  if (body === undefined) return { records: undefined, scalars: [] };
  const records = findRecords(reader, body, []);
  return { records, scalars: scalarsOf(reader, body, records?.path ?? '') };
}
