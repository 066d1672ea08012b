import type { Readable } from 'node:stream';
import { JSONParser } from '@streamparser/json';
import { isObject, type JsonObject } from '../json/json.ts';
import { badSamples } from './bad-samples.ts';
import type { RecordPlace } from './json-layout.ts';

/**
 * The objects of a JSON list, or of a place in a JSON object, parsed as they come: only one of them is in memory. Several
 * texts may follow each other (`{…}{…}`), as pages do that were written to one file.
 */
export async function* jsonRecords(
  stream: Readable,
  { at, each }: RecordPlace,
  path: string,
): AsyncGenerator<JsonObject> {
  const found: JsonObject[] = [];
  const levels = at.length + (each ? 1 : 0);
  // Names may hold anything, and the parser's selectors not: it emits the whole level, and the names are compared here.
  const parser = new JSONParser({ paths: [`$${'.*'.repeat(levels)}`], keepStack: false, separator: '' });
  parser.onValue = ({ value, key, stack }) => {
    const keys = [...stack.slice(1).map((parent) => parent.key), key];
    if (isObject(value) && at.every((name, level) => keys[level] === name)) found.push(value);
  };
  let failure: unknown;
  parser.onError = (error) => {
    failure = error;
  };
  for await (const chunk of stream) {
    parser.write(chunk as Uint8Array);
    if (failure !== undefined)
      throw badSamples(path, `it is broken JSON: ${String(failure).slice(0, 150)}`, failure);
    yield* found.splice(0);
  }
  if (!parser.isEnded) parser.end();
  if (failure !== undefined) throw badSamples(path, 'it is broken JSON: it ends too early');
}
