import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CausewayError } from '../../../core/index.ts';
import { rootOf } from './prolog.ts';
import { readXml } from './read-xml.ts';
import type { XmlElement } from './xml-element.ts';

/** An element as plain data. */
function plain(element: XmlElement): unknown {
  return [`{${element.namespace}}${element.name}`, element.text.trim(), ...element.children.map(plain)];
}

function failure(text: string): { code: string; message: string } {
  try {
    readXml(text);
  } catch (thrown) {
    if (thrown instanceof CausewayError) return { code: thrown.code, message: thrown.message };
    throw thrown;
  }
  return { code: 'none', message: '' };
}

test('namespaces, references, CDATA and prefixes in values', () => {
  const { root, warnings } = readXml(
    `\n<?xml version="1.0"?><!-- <!DOCTYPE x [<!ENTITY a "b">]> -->
    <a xmlns="urn:a" xmlns:t="urn:t" type="t:Thing" t:hint="&lt;&#65;&#x42;&unknown;"><t:b>1 &amp; <![CDATA[<2>]]></t:b><b xmlns=""/></a>`,
  );
  expect(plain(root)).toStrictEqual(['{urn:a}a', '', ['{urn:t}b', '1 & <2>'], ['{}b', '']]);
  expect(root.resolve(root.get('type') ?? '')).toStrictEqual({ namespace: 'urn:t', name: 'Thing' });
  expect([root.get('hint'), root.get('hint', 'urn:t'), root.getAny('hint')]).toStrictEqual([
    undefined,
    '<AB&unknown;',
    '<AB&unknown;',
  ]);
  expect(warnings).toStrictEqual([]);
});

test('an element without declaration and with a plain document type is read, with a warning', () => {
  const { root, warnings } = readXml('<!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd"><a/>');
  expect(root.name).toBe('a');
  expect(warnings.map(({ code }) => code)).toStrictEqual(['doctype_ignored']);
});

test.each([
  ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'unsafe_xml', /entities/],
  ['<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;]><a/>', 'unsafe_xml', /entities/],
  ['<?xml version="1.0"?>\n<a>\n <b></a>', 'not_a_spec', /closing tag.* line 3, column \d/],
  ['<a>\n', 'not_a_spec', /it ends where <a> is not closed at line 1, column 4/],
  [
    '\n<a>\n <b c="d">\n  <e/> text',
    'not_a_spec',
    /it ends where <a> <b> is not closed at line 4, column 12/,
  ],
  [
    '<?xml version="1.0"?>\n<a>\n <b',
    'not_a_spec',
    /it ends where <a> <b> is not closed at line 3, column 4/,
  ],
  ['<?xml version="1.0"?>\n<!-- a -->', 'not_a_spec', /before its first element at line 2, column 11/],
  ['\n\n<a><b></a>', 'not_a_spec', /closing tag.* line 3, column \d/],
  ['<a b=1/>', 'not_a_spec', /line 1/],
  ['<a><__proto__/></a>', 'not_a_spec', /broken XML/],
  ['<!-- only a comment -->', 'not_a_spec', /before its first element/],
  ['<a>'.repeat(150) + '</a>'.repeat(150), 'too_deep', /deeper than 100/],
])('%s', (text, code, message) => {
  expect(failure(text)).toStrictEqual({ code, message: expect.stringMatching(message) });
});

test('the root is told without reading the document', () => {
  expect(rootOf('<?xml version="1.0"?><!-- a > b --><x:root attribute="1"><broken')).toStrictEqual({
    name: 'root',
    tag: '<x:root attribute="1">',
  });
  expect(rootOf('<!DOCTYPE html [<')).toBeUndefined();
  expect(rootOf('plain')).toBeUndefined();
});

test('whatever is cut or put in, it is read or refused', () => {
  const whole =
    '<?xml version="1.0"?><!DOCTYPE a><a xmlns:x="urn:x"><x:b c="1">t&amp;</x:b><![CDATA[d]]><!-- e --></a>';
  const piece = fc.constantFrom('<', '>', '&', '"', ']]>', '<!--', '<![CDATA[', '<!DOCTYPE', '\0', 'x', '');
  fc.assert(
    fc.property(
      fc.nat(whole.length),
      fc.nat(whole.length),
      fc.array(piece, { maxLength: 4 }),
      (a, b, pieces) => {
        const text = whole.slice(0, a) + pieces.join('') + whole.slice(b);
        expect(['none', 'not_a_spec', 'unsafe_xml', 'too_deep']).toContain(failure(text).code);
      },
    ),
    { numRuns: 2_000, seed: 11 },
  );
});
