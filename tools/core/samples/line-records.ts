import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { isObject, type JsonObject } from '../json/json.ts';
import { badSamples } from './bad-samples.ts';

/** The objects of JSON lines. A line that is none is an error that names it; blank lines are skipped. */
export async function* lineRecords(stream: Readable, path: string): AsyncGenerator<JsonObject> {
  let number = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const value = parse(line, number, path);
    if (isObject(value)) yield value;
  }
}

function parse(line: string, number: number, path: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (cause) {
    throw badSamples(path, `line ${number} is not JSON`, cause);
  }
}
