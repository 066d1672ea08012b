import { expect, test } from 'vitest';
import { mutateMapping } from './mapping-mutants.ts';

const transform = `
const kind = new Map<unknown, string>([["lead", "L"], ["customer", "C"]]);
export function transform(source: any) {
  return compact({
    email: source.email,
    name: joinText([source.first, source.last], ' '),
    address: { city: isFilled(source.city) ? source.city : undefined },
    lines: source.items?.map((item: any) => ({ sku: item.sku, count: item.count })),
    kind: lookUp(source.kind, kind, 'kind'),
  });
}
`;

const client = `
async function* list() {
  for (const page of [[1], [2], [3]]) {
    yield page;
  }
}
const headers = { 'Idempotency-Key': key };
const again = status === 429 || status === 503;
`;

const { files, mutants } = mutateMapping({
  'src/transform.ts': transform,
  'src/client.ts': client,
  'test/a.test.ts': 'test files stay as they are',
});

test('every row is dropped, takes another’s source and loses its transform; values, pages, patience and keys go wrong', () => {
  expect(mutants.map(({ id, what, at }) => `${id} ${at} ${what}`)).toMatchInlineSnapshot(`
    [
      "mapping-1 src/transform.ts:5 row email dropped",
      "mapping-2 src/transform.ts:5 row email takes the source of name",
      "mapping-3 src/transform.ts:6 row name dropped",
      "mapping-4 src/transform.ts:6 row name takes the source of kind",
      "mapping-5 src/transform.ts:6 row name without its transform",
      "mapping-6 src/transform.ts:9 row kind dropped",
      "mapping-7 src/transform.ts:9 row kind takes the source of email",
      "mapping-8 src/transform.ts:9 row kind without its transform",
      "mapping-9 src/transform.ts:7 row address.city dropped",
      "mapping-10 src/transform.ts:7 row address.city whatever its condition says",
      "mapping-11 src/transform.ts:8 row lines.sku dropped",
      "mapping-12 src/transform.ts:8 row lines.sku takes the source of lines.count",
      "mapping-13 src/transform.ts:8 row lines.count dropped",
      "mapping-14 src/transform.ts:8 row lines.count takes the source of lines.sku",
      "mapping-15 src/transform.ts:2 value lead becomes "C" instead of "L"",
      "mapping-16 src/transform.ts:2 value customer becomes "L" instead of "C"",
      "mapping-17 src/client.ts:4 second page left out",
      "mapping-18 src/client.ts:7 idempotency key lost",
      "mapping-19 src/client.ts:8 429 taken for a refusal",
    ]
  `);
  expect(files['test/a.test.ts']).toBe('test files stay as they are');
});

function run(source: string, chosen: string | undefined): unknown {
  const code = source
    .replaceAll(/: any|<unknown, string>|export /g, '')
    .replace('yield page', 'pages.push(page)')
    .replace('async function* list()', 'function list()');
  const helpers = `
    const compact = (value) => value;
    const joinText = (parts, separator) => parts.join(separator);
    const isFilled = () => false;
    const lookUp = (value, table) => table.get(value);
    const globalThis = { __stryker__: { activeMutant: chosen } };`;
  return new Function('chosen', 'input', `${helpers} ${code} return transform(input);`)(chosen, {
    email: 'e',
    first: 'f',
    last: 'l',
    city: 'c',
    items: [{ sku: 's', count: 2 }],
    kind: 'lead',
  });
}

test('asleep the code does what it did; each mutant does what its words say', () => {
  const source = files['src/transform.ts'] ?? '';
  const plain = {
    email: 'e',
    name: 'f l',
    address: { city: undefined },
    lines: [{ sku: 's', count: 2 }],
    kind: 'L',
  };
  expect(run(source, undefined)).toStrictEqual(plain);
  const of = (what: string) => run(source, mutants.find((mutant) => mutant.what === what)?.id ?? what);
  expect(of('row email dropped')).toStrictEqual({ ...plain, email: undefined });
  expect(of('row email takes the source of name')).toStrictEqual({ ...plain, email: 'f l' });
  expect(of('row name without its transform')).toStrictEqual({ ...plain, name: 'f' });
  expect(of('row lines.sku takes the source of lines.count')).toStrictEqual({
    ...plain,
    lines: [{ sku: 2, count: 2 }],
  });
  expect(of('row address.city whatever its condition says')).toStrictEqual({
    ...plain,
    address: { city: 'c' },
  });
  expect(of('value lead becomes "C" instead of "L"')).toStrictEqual({ ...plain, kind: 'C' });
});
