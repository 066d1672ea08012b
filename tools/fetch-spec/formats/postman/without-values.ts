import {
  arrayOf,
  isObject,
  type Json,
  type JsonObject,
  objectOf,
  property,
  textOf,
} from '../../../core/json/json.ts';
import { isSecretParameter, withoutSecrets } from '../recording/secrets.ts';

/**
 * Takes out of a request what is switched off, what a script does, and the values that somebody saved with it and that
 * may be theirs alone: of headers all, of parameters and forms those with the name or look of a secret. Changes it.
 */
export function withoutValues(item: JsonObject): void {
  delete item['event'];
  const request = objectOf(item['request']);
  const url = request['url'];
  if (isObject(url)) {
    for (const name of ['query', 'variable']) {
      if (url[name] !== undefined) url[name] = enabled(url[name]).map(withoutSecret);
    }
  }
  if (request['header'] !== undefined) {
    request['header'] = headers(request['header']).map((header) =>
      keepsValue(header) ? header : { ...header, value: '' },
    );
  }
  const { body } = request;
  if (isObject(body)) {
    for (const name of ['urlencoded', 'formdata']) {
      if (body[name] !== undefined) body[name] = enabled(body[name]).map(withoutSecret);
    }
  }
}

/** What the converter needs to know: of which kind bodies are. */
function keepsValue(header: JsonObject): boolean {
  return /^(?:content-type|accept)$/i.test(textOf(header['key']) ?? '');
}

/** Version 2.0 keeps headers as one text, too. */
function headers(given: Json): JsonObject[] {
  if (typeof given !== 'string') return enabled(given);
  return given.split('\n').flatMap((line) => {
    const [key = '', ...value] = line.split(':');
    return key.trim() === '' ? [] : [{ key: key.trim(), value: value.join(':').trim() }];
  });
}

function enabled(list: Json | undefined): JsonObject[] {
  return arrayOf(list).filter((one) => isObject(one) && property(one, 'disabled') !== true) as JsonObject[];
}

function withoutSecret(entry: JsonObject): JsonObject {
  const value = entry['value'];
  if (typeof value !== 'string') return entry;
  const name = textOf(entry['key']) ?? '';
  return { ...entry, value: isSecretParameter(name) ? '' : withoutSecrets(value) };
}
