import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Warning } from '../../model/index.ts';
import { isObject, type JsonObject } from '../json/json.ts';
import { badSamples } from './bad-samples.ts';

/** How many bad lines are named. */
const named = 10;

/**
 * The objects of JSON lines. Lines that are none become one warning that names them, and an error when they are most of the
 * lines; blank lines are skipped.
 */
export async function* lineRecords(
  stream: Readable,
  path: string,
  warnings: Warning[],
): AsyncGenerator<JsonObject> {
  let number = 0;
  let good = 0;
  let bad = 0;
  const first: number[] = [];
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() === '') continue;
    const value = parse(text);
    if (value === undefined) {
      bad += 1;
      if (first.length < named) first.push(number);
    } else {
      good += 1;
      if (isObject(value)) yield value;
    }
  }
  if (bad === 0) return;
  const lines = `${bad === 1 ? 'line' : 'lines'} ${first.join(', ')}${bad > named ? ` and ${bad - named} more` : ''}`;
  const are = `${lines} ${bad === 1 ? 'is' : 'are'} not JSON`;
  if (bad > good) throw badSamples(path, are);
  warnings.push({
    code: 'bad_lines',
    message: `Of ${good + bad} lines, ${are}; the others were used`,
    at: 'samples',
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
