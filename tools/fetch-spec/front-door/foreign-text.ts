import { notASpec, unsupportedFormat } from './not-a-spec.ts';

const markup: readonly (readonly [RegExp, string])[] = [
  [/<(?:\w+:)?definitions[\s>]/, 'a WSDL (SOAP) description'],
  [/<(?:\w+:)?Edmx[\s>]/i, 'an OData metadata document (EDMX)'],
  [/<(?:\w+:)?schema[\s>]/, 'an XML schema (XSD)'],
  [/<(?:\w+:)?application[\s>]/, 'a WADL description'],
];

const text: readonly (readonly [RegExp, string])[] = [
  [/^#%RAML/, 'a RAML description'],
  [/^\s*syntax\s*=\s*["']proto/m, 'a Protocol Buffers file'],
  [/^FORMAT:\s*1A/i, 'an API Blueprint'],
  [
    /^(?:extend\s+)?(?:(?:type|interface|enum|input|union|scalar)\s+[A-Z_a-z]\w*|schema|directive\s+@\w+)\b[^:\n]*(?:[{=(]|$)/m,
    'a GraphQL schema (SDL)',
  ],
];

/** Refuses, by name, texts that are neither JSON nor YAML. Returns when the text may be one of these. */
export function refuseForeignText(whole: string): void {
  const head = whole.slice(0, 20_000).trimStart();
  if (head.startsWith('<')) {
    if (/^<!doctype html|^<html|<body[\s>]/i.test(head)) {
      throw notASpec(
        'it is an HTML page',
        'It may be a login page or the documentation; give the URL or file of the description itself',
      );
    }
    const known = markup.find(([pattern]) => pattern.test(head));
    throw known === undefined ? notASpec('it is an XML document') : unsupportedFormat(known[1]);
  }
  if (head.startsWith('{') || head.startsWith('[') || /^\s*["']?openapi["']?\s*:/m.test(head)) return;
  const known = text.find(([pattern]) => pattern.test(head));
  if (known !== undefined) throw unsupportedFormat(known[1]);
}
