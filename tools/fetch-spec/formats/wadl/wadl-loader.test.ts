import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import type { ApiDescription } from '../../../model/index.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { damagedText, survives } from '../json-schema/__fixtures__/damage.ts';
import { outline } from '../raml/__fixtures__/outline.ts';
import { wadlLoader } from './wadl-loader.ts';

async function load(
  text: string,
  beside: Readonly<Record<string, string>> = {},
  name = 'application',
): Promise<ApiDescription> {
  const opened = openText(text, { name, beside });
  expect(wadlLoader.recognise(opened)).toBe('wadl');
  return wadlLoader.load(opened, 'wadl', testContext());
}

const codes = ({ warnings }: ApiDescription) => warnings.map(({ code }) => code);

const garden = `<?xml version="1.0"?>
<application xmlns="http://wadl.dev.java.net/2009/02" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:g="urn:garden">
  <doc>Plots and beds</doc>
  <grammars>
    <include href="garden.xsd"/>
    <include href="gone.xsd"/>
  </grammars>
  <resources base="https://api.garden.example/v1/">
    <resource path="plots" type="#paged #gone">
      <method name="GET" id="listPlots">
        <doc title="All plots"/>
        <response status="200"><representation mediaType="application/json" element="g:plots"/></response>
        <response status="400 404"><doc>Wrong</doc></response>
      </method>
      <method name="POST" href="#create"/>
      <resource path="/{plotId: [0-9]{1,5}}/">
        <param name="plotId" style="template" type="xs:int"/>
        <method name="GET"><response><representation href="#plotAnswer"/></response></method>
        <method name="DELETE" id="removePlot"/>
        <resource path="beds/{bedId}">
          <method name="PUT" id="putBed">
            <request>
              <representation mediaType="application/x-www-form-urlencoded">
                <param name="width" type="xs:decimal" required="true"><doc>In metres</doc></param>
                <param name="soil" style="query"><option value="clay"/><option value="sand"/></param>
                <param name="tags" repeating="true"/>
                <param name="next" style="plain" path="/a/@href"/>
              </representation>
            </request>
          </method>
        </resource>
      </resource>
    </resource>
    <resource path="subscriptions">
      <method name="GET" id="subscriptions"/>
      <method name="POST" id="subscribe">
        <request><param name="callback" style="query" required="true"/><param name="active" style="query" type="xs:boolean" default="true"/></request>
      </method>
    </resource>
  </resources>
  <resource_type id="paged">
    <param name="page" style="query" type="xs:int" default="1"/>
    <param name="X-Trace" style="header"/>
  </resource_type>
  <method name="POST" id="create">
    <request><representation mediaType="application/json" element="g:plot"/></request>
    <response status="201"><representation href="#plotAnswer"/></response>
  </method>
  <representation id="plotAnswer" mediaType="application/json" element="g:plot"/>
</application>`;

const grammar = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:garden" xmlns="urn:garden">
  <xs:element name="plot" type="Plot"/>
  <xs:element name="plots"><xs:complexType><xs:sequence>
    <xs:element ref="plot" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="Plot"><xs:sequence>
    <xs:element name="id" type="xs:int"/><xs:element name="since" type="xs:date" minOccurs="0"/>
  </xs:sequence></xs:complexType>
</xs:schema>`;

test('resources, methods by reference, representations of a grammar and of parameters', async () => {
  const description = await load(garden, { 'garden.xsd': grammar });
  expect(description).toMatchObject({
    title: 'api.garden.example',
    system: 'garden',
    api: { baseUrl: 'https://api.garden.example' },
  });
  expect(outline(description)).toStrictEqual({
    plot: {
      operations: {
        list: 'GET /v1/plots',
        get: 'GET /v1/plots/{plotId}',
        create: 'POST /v1/plots',
        delete: 'DELETE /v1/plots/{plotId}',
      },
      fields: ['id integer:int32!', 'since string:date null'],
    },
    bed: {
      operations: { update: 'PUT /v1/plots/{plotId}/beds/{bedId}' },
      fields: ['width number!', 'soil string ["clay","sand"]', 'tags array of string'],
    },
    subscription: {
      operations: {},
      fields: ['callback string!', 'active boolean'],
    },
  });
  expect(codes(description)).toStrictEqual([
    'unresolved_reference',
    'external_ref',
    'read_from_parameters',
    'no_auth',
  ]);
});

test('what a call takes and answers', async () => {
  const { document } = await load(garden, { 'garden.xsd': grammar });
  expect(document).toMatchObject({
    info: { description: 'Plots and beds' },
    paths: {
      '/plots': {
        parameters: [
          { name: 'page', in: 'query', required: false, schema: { type: 'integer', default: 1 } },
          { name: 'X-Trace', in: 'header', required: false, schema: { type: 'string' } },
        ],
        get: {
          operationId: 'listPlots',
          summary: 'All plots',
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/plots' } } } },
            400: { description: 'Wrong' },
            404: { description: 'Wrong' },
          },
        },
      },
      '/plots/{plotId}': {
        parameters: [{ name: 'plotId', in: 'path', required: true, schema: { type: 'integer' } }],
      },
      '/subscriptions': { post: { parameters: [{ name: 'callback', in: 'query', required: true }, {}] } },
    },
  });
});

test('the form of 2006: the status at the representation, faults', async () => {
  const description = await load(
    `<application xmlns="http://research.sun.com/wadl/2006/10"><resources base="http://garden.example/"><resource path="beds">
      <method name="GET"><request><param name="q" style="query"/></request><response>
        <representation status="200" mediaType="application/json"><param name="id" style="plain" path="$"/><param name="name"/></representation>
        <fault status="400" mediaType="text/plain"/>
      </response></method></resource></resources></application>`,
    {},
    'garden',
  );
  expect([description.title, outline(description)]).toStrictEqual([
    'garden',
    { bed: { operations: { get: 'GET /beds' }, fields: ['id string', 'name string'] } },
  ]);
  expect(description.document).toMatchObject({
    paths: { '/beds': { get: { responses: { 200: {}, 400: { content: { 'text/plain': {} } } } } } },
  });
});

const around = (inner: string) =>
  `<application xmlns="http://wadl.dev.java.net/2009/02"><resources base="/">${inner}</resources></application>`;

test.each([
  [around(''), /declares no method/],
  [around('<resource path="a"><method name="GET"/></resource>'), /no method of its WADL says/],
  [around('<resource id="a" path="a"><resource href="#a"/></resource>'), /declares no method/],
  [around('<resource path="a">'), /broken XML/],
])('%s is refused by name', async (text, message) => {
  await expect(load(text)).rejects.toMatchObject({
    code: 'not_a_spec',
    message: expect.stringMatching(message),
  });
});

test('other XML is not taken for it', () => {
  expect(wadlLoader.recognise(openText('<application xmlns="urn:other"/>'))).toBeUndefined();
});

test('a damaged description is described or refused', async () => {
  const pieces = [
    '<',
    '>',
    '"',
    'href="#create"',
    'path="{a"',
    '<resource path="x">',
    '</resource>',
    '{',
    '#',
  ];
  expect(await survives(wadlLoader, damagedText(garden, pieces), 600)).toBeGreaterThan(80);
});
