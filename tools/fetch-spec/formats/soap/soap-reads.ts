import type { JsonObject } from '../../../core/json/json.ts';
import type { EntitySummary, Finding, Patterns } from '../../../model/index.ts';
import { words } from '../../naming/words.ts';
import { plainName } from '../openapi/patterns/name-words.ts';
import {
  hasMoreName,
  limitName,
  offsetName,
  pageCountName,
  pageName,
  totalName,
} from '../openapi/patterns/pagination/paging-names.ts';
import { inputsOf, type SoapInput } from './soap-inputs.ts';
import type { SoapMessages } from './soap-messages.ts';

const stamp = /^(?:modified|updated|changed|edited|lastmodified|lastupdated|modification|update|change)$/;
const lower = /^(?:since|after|from|start|min|newer|later|begin)$/;

/** A call that reads lists, and what it is sent and answers. */
interface Read {
  readonly name: string;
  readonly inputs: readonly SoapInput[];
  readonly outputs: readonly SoapInput[];
  readonly entities: readonly string[];
}

/** How lists go on and what changed since a moment, told by the inputs of the calls that read lists of records. */
export function readFindings(
  document: JsonObject,
  entities: readonly EntitySummary[],
  messages: ReadonlyMap<string, SoapMessages>,
): Partial<Patterns> {
  const users = new Map<string, string[]>();
  for (const { name, operations } of entities) {
    for (const id of new Set([operations.list?.id, operations.search?.id])) {
      if (id !== undefined) users.set(id, [...(users.get(id) ?? []), name]);
    }
  }
  const reads = [...users].flatMap(([name, using]): Read[] => {
    const known = messages.get(name);
    return known === undefined
      ? []
      : [
          {
            name,
            inputs: inputsOf(document, known.input),
            outputs: inputsOf(document, known.output),
            entities: using,
          },
        ];
  });
  return {
    pagination: together(reads, pagingOf),
    incremental: together(reads, sinceOf),
  };
}

type Detail = Finding['detail'];
type Told = Pick<Finding, 'kind' | 'confidence'> & { readonly detail: Detail };

/** One finding per way of doing it, with the calls and record types that do it so. */
function together(reads: readonly Read[], tell: (read: Read) => Told | undefined): Finding[] {
  const found = new Map<string, { told: Told; reads: Read[] }>();
  for (const read of reads) {
    const told = tell(read);
    if (told === undefined) continue;
    const key = JSON.stringify([told.kind, told.detail['parameter']]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { told, reads: [read] });
    else known.reads.push(read);
  }
  return [...found.values()]
    .toSorted((a, b) => b.reads.length - a.reads.length)
    .map(({ told, reads: having }) => ({
      ...told,
      detail: {
        ...told.detail,
        entities: [...new Set(having.flatMap((read) => read.entities))].slice(0, 20),
        calls: having.map(({ name }) => name).slice(0, 5),
      },
      evidence: `input of operation ${having[0]?.name ?? ''}`,
    }));
}

function pagingOf({ inputs, outputs }: Read): Told | undefined {
  const numbers = inputs.filter(({ type }) => type === 'integer' || type === 'number');
  const called = (of: readonly SoapInput[], pattern: RegExp) =>
    of.find(({ name }) => pattern.test(plainName(name)))?.path ?? null;
  const limitParameter = called(numbers, limitName);
  const page = called(numbers, pageName);
  const offset = called(numbers, offsetName);
  const parameter = page ?? (limitParameter === null ? null : offset);
  if (parameter === null) return undefined;
  const hasMorePath = called(outputs, hasMoreName);
  const pages = page === null ? null : called(outputs, pageCountName);
  const total = called(outputs, totalName);
  const few = `a page has fewer records than ${limitParameter ?? 'the page before'}`;
  return {
    kind: page === null ? 'offset' : 'page',
    detail: {
      parameter,
      in: 'body',
      firstValue: null,
      hasMorePath,
      limitParameter,
      stop:
        hasMorePath !== null
          ? `${hasMorePath} is false`
          : pages !== null
            ? `${pages} is reached`
            : total === null
              ? few
              : `${total} records were read`,
    },
    confidence: limitParameter === null ? 0.7 : 0.8,
  };
}

function sinceOf({ inputs }: Read): Told | undefined {
  const input = inputs.find(({ name, type, format }) => {
    const said = words(name);
    const isMoment = type === 'string' && (format === 'date-time' || format === 'date' || format === null);
    return (
      isMoment &&
      !said.includes('by') &&
      said.some((word) => stamp.test(word)) &&
      said.some((word) => lower.test(word))
    );
  });
  return input === undefined
    ? undefined
    : {
        kind: 'updated-since-filter',
        detail: { parameter: input.path, in: 'body', format: input.format === 'date' ? 'date' : 'iso' },
        confidence: input.format === null ? 0.7 : 0.85,
      };
}
