import { arrayOf, isObject, property, textOf } from '../../../../../core/json/json.ts';
import type { Located, SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { HttpCall } from '../../http-call.ts';
import { denies } from '../prose/denies.ts';
import { signatureHeader, signed } from './signature-words.ts';

/** A header parameter of a call to the receiver by which he knows the sender. */
export interface SignedHeader {
  readonly name: string;
  readonly description: string;
  readonly at: string;
  /** Whether the name itself says that it is a signature. */
  readonly named: boolean;
}

const most = 500;

/** The signature header that webhooks or callbacks declare as a parameter; one named so before one only described so. */
export function signedHeader(reader: SchemaReader, calls: readonly HttpCall[]): SignedHeader | undefined {
  const found = [...hookItems(reader), ...callbackItems(reader, calls)]
    .slice(0, most)
    .flatMap((item) => headersOf(reader, item));
  return found.find(({ named }) => named) ?? found[0];
}

/** Path items of `webhooks`, by event. */
function hookItems(reader: SchemaReader): Located[] {
  return ['/webhooks', '/x-webhooks'].flatMap((at) => itemsIn(reader, reader.at(at)));
}

/** Path items of the callbacks of calls, by name and address. */
function callbackItems(reader: SchemaReader, calls: readonly HttpCall[]): Located[] {
  return calls.flatMap(({ node, at }) => {
    const callbacks = property(node, 'callbacks');
    return isObject(callbacks)
      ? itemsIn(reader, { node: callbacks, at: `${at}/callbacks` }).flatMap((each) => itemsIn(reader, each))
      : [];
  });
}

function itemsIn(reader: SchemaReader, parent: Located | undefined): Located[] {
  if (parent === undefined || !isObject(parent.node)) return [];
  return Object.keys(parent.node)
    .slice(0, most)
    .flatMap((key) => reader.resolve(reader.child(parent, key)) ?? []);
}

function headersOf(reader: SchemaReader, item: Located): SignedHeader[] {
  const places = [item, ...['post', 'put', 'patch', 'get'].flatMap((key) => reader.child(item, key) ?? [])];
  return places.flatMap((place) =>
    arrayOf(property(place.node, 'parameters'))
      .slice(0, 100)
      .flatMap((_, index) => {
        const located = reader.resolve(reader.child(place, 'parameters', String(index)));
        return located === undefined ? [] : (signatureOf(located) ?? []);
      }),
  );
}

function signatureOf({ node, at }: Located): SignedHeader | undefined {
  const name = textOf(property(node, 'name'))?.slice(0, 100) ?? '';
  if (name === '' || property(node, 'in') !== 'header') return undefined;
  const description =
    textOf(property(node, 'description')) ?? textOf(property(property(node, 'schema'), 'description')) ?? '';
  const text = description.slice(0, 1_000);
  const named = signatureHeader.exec(name)?.[0] === name;
  if ((!named && !signed.test(text)) || denies(text, /signatures?|hmac|header/)) return undefined;
  return { name, description: text, at, named };
}
