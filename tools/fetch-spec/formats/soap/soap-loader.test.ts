import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { readPointer } from '../../../core/json/pointer.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { damagedText, survives } from '../json-schema/__fixtures__/damage.ts';
import { soapLoader } from './soap-loader.ts';

const depot = readFileSync(join(import.meta.dirname, '__fixtures__/depot.wsdl'), 'utf8');
const base = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="Stored" abstract="true">
    <xs:sequence><xs:element name="id" type="xs:string"/></xs:sequence>
  </xs:complexType>
</xs:schema>`;
const xsd = (inside: string) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a" xmlns="urn:a">${inside}</xs:schema>`;

async function load(text: string, beside: Record<string, string> = {}) {
  const opened = openText(text, { beside });
  const format = soapLoader.recognise(opened) ?? 'none';
  return soapLoader.load(opened, format, testContext());
}

test('a service: record types, calls, address, habits', async () => {
  const { entities, api, patterns, warnings, format, system, document } = await load(depot, {
    'common.base.xsd': base,
  });
  expect({ format, system, baseUrl: api.baseUrl, protocol: api.protocol }).toStrictEqual({
    format: 'wsdl-1.1',
    system: 'depotservice',
    baseUrl: 'https://api.depot.example',
    protocol: 'soap',
  });
  expect(warnings.map(({ code, at }) => [code, at])).toStrictEqual([
    ['external_ref', 'gone.xsd'],
    ['no_auth', ''],
  ]);
  expect(entities).toMatchObject([
    {
      name: 'parcel',
      aliases: ['Parcel'],
      fieldCount: 11,
      schemaAt: '/components/schemas/Parcel',
      createAt: '/components/schemas/Parcel',
      operations: {
        list: {
          id: 'GetParcelsByShelf',
          method: 'POST',
          path: '/ws/v2',
          summary: 'Parcels of a shelf.',
          mediaType: 'text/xml',
          responseAt: 'page.parcel',
          answers: 'records',
        },
        create: { id: 'CreateParcel', requestAt: 'parcel', answers: 'nothing' },
      },
    },
  ]);
  expect(entities).toHaveLength(1);
  expect(
    Object.entries(patterns).flatMap(([name, found]) =>
      found.map(({ kind, evidence }) => [name, kind, evidence]),
    ),
  ).toStrictEqual([
    ['auth', 'session', 'SOAP header SessionHeader'],
    ['errors', 'soap-fault', 'SOAP protocol'],
  ]);
  expect(readPointer(document, '/components/schemas/Parcel')).toStrictEqual({
    allOf: [
      { $ref: '#/components/schemas/Stored' },
      {
        type: 'object',
        properties: {
          weight: { type: 'number' },
          label: { type: 'string', maxLength: 40, nullable: true },
          state: { $ref: '#/components/schemas/State', default: 'IN' },
          seal: { type: 'string', format: 'date-time', nullable: true },
          tag: { type: 'array', items: { type: 'string' }, nullable: true },
          street: { type: 'string', nullable: true },
          box: { type: 'integer', format: 'int32', nullable: true },
          owner: { $ref: '#/components/schemas/ShelfRef', 'x-causeway': { reference: 'owner' } },
          height: { type: 'number', format: 'float', nullable: true },
          version: { type: 'integer', format: 'int64', xml: { attribute: true } },
        },
        required: ['weight', 'state', 'seal', 'owner', 'version'],
        additionalProperties: true,
      },
    ],
    description: 'One parcel on a shelf.',
  });
  expect(readPointer(document, '/components/schemas/State')).toStrictEqual({
    type: 'string',
    enum: ['IN', 'OUT'],
    'x-causeway': { enumLabels: { IN: 'On the shelf' } },
  });
});

test('calls that take any record of a family are calls of each of its types', async () => {
  const part = (name: string, type: string) =>
    `<message name="${name}"><part name="record" type="t:${type}"/></message>`;
  const call = (name: string, input: string, output: string) =>
    `<operation name="${name}"><input message="t:${input}"/><output message="t:${output}"/></operation>`;
  const type = (name: string, inside: string) =>
    `<x:complexType name="${name}"><x:complexContent><x:extension base="t:Record"><x:sequence>${inside}</x:sequence></x:extension></x:complexContent></x:complexType>`;
  const { entities } =
    await load(`<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:t="urn:t" xmlns:x="http://www.w3.org/2001/XMLSchema">
    <types><x:schema targetNamespace="urn:t">
      <x:complexType name="Record" abstract="true"><x:sequence/></x:complexType>
      ${type('SalesOrder', '<x:element name="total" type="x:double"/>')}
      ${type('Client', '<x:element name="name" type="x:string"/>')}
    </x:schema></types>
    ${part('one', 'Record')}${part('id', 'x')}
    <portType name="p">${call('addList', 'one', 'id')}${call('add', 'one', 'id')}${call('get', 'id', 'one')}${call('delete', 'id', 'id')}</portType>
  </definitions>`);
  expect(
    entities.map(({ name, operations }) => [name, Object.values(operations).map(({ id }) => id)]),
  ).toStrictEqual([
    ['salesOrder', ['add', 'get', 'delete']],
    ['client', ['add', 'get', 'delete']],
  ]);
});

/** A service whose calls have these inputs and answers, each a list of members. */
const service = (calls: Record<string, readonly [string, string]>, types: string, rpc = false) => {
  const names = Object.keys(calls);
  const element = (name: string, inside: string) =>
    `<x:element name="${name}"><x:complexType><x:sequence>${inside}</x:sequence></x:complexType></x:element>`;
  const parts = (name: string, inside: string) =>
    rpc ? inside.replaceAll('x:element', 'part') : `<part name="p" element="t:${name}"/>`;
  return `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:e="http://schemas.xmlsoap.org/soap/encoding/" xmlns:t="urn:t" xmlns:x="http://www.w3.org/2001/XMLSchema">
    <types><x:schema targetNamespace="urn:t">${types}${names.map((name) => element(name, calls[name]?.[0] ?? '') + element(`${name}Response`, calls[name]?.[1] ?? '')).join('')}</x:schema></types>
    ${names.map((name) => `<message name="${name}I">${parts(name, calls[name]?.[0] ?? '')}</message><message name="${name}O">${parts(`${name}Response`, calls[name]?.[1] ?? '')}</message>`).join('')}
    <portType name="p">${names.map((name) => `<operation name="${name}"><input message="t:${name}I"/><output message="t:${name}O"/></operation>`).join('')}</portType></definitions>`;
};
const member = (name: string, type: string, more = '') =>
  `<x:element name="${name}" type="${type}" ${more}/>`;
const crate = `<x:complexType name="Crate"><x:sequence>${member('crate_no', 'x:string')}${member('kind', 'x:string')}</x:sequence></x:complexType>`;

test('lists, pages, a moment of change and the id, told by what the calls are sent', async () => {
  const { entities, patterns, document, warnings } = await load(
    service(
      {
        getCrate: [member('crateNo', 'x:string'), member('crate', 't:Crate')],
        searchCrates: [
          `${member('changedSince', 'x:dateTime', 'minOccurs="0"')}${member('pageNumber', 'x:int')}${member('pageSize', 'x:int')}`,
          `${member('crate', 't:Crate', 'maxOccurs="unbounded"')}${member('totalPages', 'x:int')}`,
        ],
        searchMore: [
          `${member('searchId', 'x:string')}`,
          member('crate', 't:Crate', 'maxOccurs="unbounded"'),
        ],
        getAsyncResult: [member('jobId', 'x:string'), member('crate', 't:Crate', 'maxOccurs="unbounded"')],
      },
      crate,
    ),
  );
  const calls = entities.map(({ name, operations }) => [
    name,
    Object.entries(operations).map(([kind, { id }]) => `${kind} ${id}`),
  ]);
  expect(calls).toStrictEqual([['crate', ['get getCrate', 'search searchCrates', 'list searchCrates']]]);
  expect(readPointer(document, '/components/schemas/Crate/x-causeway')).toStrictEqual({ keys: ['crate_no'] });
  expect(patterns).toMatchObject({
    auth: [],
    pagination: [
      { kind: 'soap-search-more', detail: { operation: 'searchMore', inputs: ['searchId'] } },
      {
        kind: 'page',
        detail: {
          parameter: 'pageNumber',
          in: 'body',
          firstValue: null,
          hasMorePath: null,
          limitParameter: 'pageSize',
          stop: 'totalPages is reached',
          entities: ['crate'],
          calls: ['searchCrates'],
        },
        evidence: 'input of operation searchCrates',
      },
    ],
    incremental: [
      {
        kind: 'updated-since-filter',
        detail: { parameter: 'changedSince', in: 'body', format: 'iso', entities: ['crate'] },
      },
    ],
  });
  expect(warnings.map(({ code, message }) => [code, message])).toStrictEqual([
    ['no_auth', 'The WSDL says nothing of authentication'],
  ]);
});

test('parameters of their own types: a list whose type is an array, a search that must be told what for', async () => {
  const array = `<x:complexType name="Crates"><x:complexContent><x:restriction base="e:Array"><x:attribute ref="e:arrayType" w:arrayType="t:Crate[]"/></x:restriction></x:complexContent></x:complexType>`;
  const { entities } = await load(
    service(
      {
        depotCrateList: [member('sessionId', 'x:string'), member('r', 't:Crates')],
        searchCrates: [member('kind', 'x:string'), member('r', 't:Crates')],
      },
      crate + array,
      true,
    ),
  );
  expect(
    entities.map(({ name, operations }) => [
      name,
      Object.entries(operations).map(([kind, { id, responseAt }]) => `${kind} ${id} ${responseAt}`),
    ]),
  ).toStrictEqual([
    ['depotCrate', ['list depotCrateList r']],
    ['crate', ['search searchCrates r']],
  ]);
});

test('a schema alone: its types, what carries records last', async () => {
  const { entities, format, warnings, document } = await load(
    xsd(`<xs:element name="order"><xs:complexType><xs:sequence><xs:element name="n" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
      <xs:complexType name="LineRequest"><xs:all><xs:element name="a" type="Kind"/></xs:all></xs:complexType>
      <xs:complexType name="Line"><xs:all><xs:element name="a" type="Gone"/></xs:all></xs:complexType>
      <xs:simpleType name="Kind"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>`),
  );
  expect(format).toBe('xsd');
  expect(entities.map(({ name }) => name)).toStrictEqual(['order', 'line', 'lineRequest']);
  expect(warnings.map(({ code }) => code)).toStrictEqual(['no_operations']);
  expect(readPointer(document, '/components/schemas/Kind')).toStrictEqual({
    anyOf: [
      { type: 'integer', format: 'int32' },
      { type: 'string', format: 'date' },
    ],
  });
});

test('a schema of value lists alone says so; an empty one is refused', async () => {
  const { entities, warnings } = await load(
    xsd('<xs:simpleType name="Kind"><xs:restriction base="xs:string"/></xs:simpleType>'),
  );
  expect([entities, warnings.map(({ code }) => code)]).toStrictEqual([[], ['only_simple_types']]);
  await expect(load(xsd(''))).rejects.toMatchObject({ code: 'not_a_spec' });
  await expect(load('<description xmlns="http://www.w3.org/ns/wsdl"/>')).rejects.toMatchObject({
    code: 'unsupported_format',
  });
});

test('types that hold or extend themselves end', async () => {
  const { entities } = await load(
    xsd(`<xs:complexType name="A"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="a" type="A"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      <xs:complexType name="B"><xs:complexContent><xs:extension base="A"><xs:sequence><xs:element name="b" type="B"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`),
  );
  expect(entities.map(({ name, fieldCount }) => [name, fieldCount])).toStrictEqual([
    ['a', 2],
    ['b', 2],
  ]);
});

test('a damaged service is described or refused', async () => {
  const pieces = [
    '<xs:element/>',
    'name="__proto__"',
    '</xs:sequence>',
    '<xs:group ref="tns:Sizes"/>',
    '&x;',
    '"',
  ];
  expect(await survives(soapLoader, damagedText(depot, pieces), 400)).toBeGreaterThan(40);
});
