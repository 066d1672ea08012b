import type { Readable } from 'node:stream';
import { JSONParser } from '@streamparser/json';
import { recordLists } from '../documents/records-in.ts';
import { isObject, type JsonObject } from '../json/json.ts';
import { badSamples } from './bad-samples.ts';

/**
 * The objects of a JSON list, or of the list that an answer wraps (`{"results": […]}`), parsed as they come; a lone object
 * without such a list is one record.
 */
export async function* jsonRecords(stream: Readable, path: string): AsyncGenerator<JsonObject> {
  const found: JsonObject[] = [];
  const outer: JsonObject = {};
  const parser = new JSONParser({ paths: ['$.*', '$.*.*'], keepStack: false });
  let wrapped = false;
  let listed = false;
  parser.onValue = ({ value, key, stack }) => {
    const parents = stack.length;
    if (parents === 1 && typeof key === 'number') {
      listed = true;
      if (isObject(value)) found.push(value);
    } else if (parents === 2 && typeof key === 'number' && recordLists.includes(String(stack[1]?.key))) {
      if (isObject(value)) {
        wrapped = true;
        found.push(value);
      }
    } else if (parents === 1 && typeof key === 'string' && !wrapped) {
      Object.defineProperty(outer, key, { value, enumerable: true, configurable: true, writable: true });
    }
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
  if (!parser.isEnded) throw badSamples(path, 'it is broken JSON: it ends too early');
  if (!listed && !wrapped && Object.keys(outer).length > 0) yield outer;
}
