import type { JsonObject } from '../../../core/json/json.ts';
import type { EntitySummary, Finding, Patterns, Warning } from '../../../model/index.ts';
import { notASpec, unsupportedFormat } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import { entityName } from '../../naming/words.ts';
import { describeSchemas } from '../describe-schemas.ts';
import type { Loader } from '../loader.ts';
import { plainName } from '../openapi/patterns/name-words.ts';
import { limitName } from '../openapi/patterns/pagination/paging-names.ts';
import { rootOf } from '../xml/prolog.ts';
import { readXml } from '../xml/read-xml.ts';
import { soapEntities, typeEntities } from './soap-entities.ts';
import { inputsOf } from './soap-inputs.ts';
import { messagesOf, type SoapMessages } from './soap-messages.ts';
import { soapPatterns } from './soap-patterns.ts';
import { readFindings } from './soap-reads.ts';
import { readWsdl, type WsdlModel } from './wsdl-model.ts';
import { XsdSchemas } from './xsd-schemas.ts';
import { readXsdSet, schemasIn, type XsdSet } from './xsd-set.ts';

/** WSDL 1.1 descriptions of SOAP services, and XML Schema documents alone. */
export const soapLoader: Loader = {
  name: 'soap',
  recognise({ syntax, text }: Opened) {
    if (syntax !== 'xml') return undefined;
    const root = rootOf(text);
    if (root === undefined) return undefined;
    if (root.name === 'definitions' && /schemas\.xmlsoap\.org\/wsdl/.test(root.tag)) return 'wsdl-1.1';
    if (root.name === 'description' && /www\.w3\.org\/ns\/wsdl/.test(root.tag)) return 'wsdl-2.0';
    if (root.name === 'schema' && /www\.w3\.org\/2001\/XMLSchema/.test(root.tag)) return 'xsd';
    return undefined;
  },
  async load({ source, text, warnings }, format) {
    if (format === 'wsdl-2.0')
      throw unsupportedFormat('WSDL 2.0', 'Give the WSDL 1.1 of the service: most services publish both');
    const { root, warnings: noticed } = readXml(text);
    const wsdl = format === 'xsd' ? null : await readWsdl(root, source);
    const documents = wsdl?.documents ?? [{ root, source }];
    const set = await readXsdSet(
      documents.flatMap((document) =>
        schemasIn(document.root).map((schema) => ({ schema, source: document.source })),
      ),
    );
    const names = new Set(set.all('complexType', 'element').map(({ name }) => entityName(name)));
    const xsd = new XsdSchemas(set, (field, type) => referenceOf(field, type, names));
    const schemas = xsd.all();
    const document: JsonObject = { components: { schemas } };
    const url = wsdl?.address == null ? null : URL.parse(wsdl.address);
    const path = url === null ? '/' : url.pathname;
    const entities =
      wsdl === null
        ? typeEntities(set, xsd, document)
        : soapEntities(wsdl, set, xsd, document, schemas, path);
    if (entities.length === 0 && set.all('simpleType').length === 0) {
      throw notASpec(
        wsdl === null
          ? 'its XML Schema declares no type with members'
          : 'its WSDL has no types: those it imports may be missing',
        'Keep the documents it imports or includes in the same folder',
      );
    }
    const patterns = wsdl === null ? {} : allPatterns(wsdl, document, entities, set, xsd, schemas);
    return describeSchemas({
      source,
      format,
      title: wsdl?.service ?? titleOf(source.name, root.get('targetNamespace')),
      document,
      entities,
      patterns,
      api: {
        protocol: 'soap',
        ...(url === null ? {} : { baseUrl: url.origin, variables: [] }),
        ...(wsdl === null ? {} : { errors: { message: 'faultstring', code: 'faultcode' } }),
      },
      warnings: [
        ...warnings,
        ...noticed,
        ...(wsdl?.warnings ?? []),
        ...set.warnings,
        ...remarks(entities, wsdl !== null),
        ...(wsdl === null ? [] : [authRemark(patterns.auth ?? [])]),
      ],
    });
  },
};

/** What the operations' names tell, and what their inputs do. */
function allPatterns(
  wsdl: WsdlModel,
  document: JsonObject,
  entities: readonly EntitySummary[],
  set: XsdSet,
  xsd: XsdSchemas,
  schemas: JsonObject,
): Partial<Patterns> {
  const named = soapPatterns(wsdl);
  const messages = new Map(
    wsdl.operations.map((operation) => [operation.name, messagesOf(operation, set, xsd, schemas)]),
  );
  const read = readFindings(document, entities, messages);
  return {
    ...named,
    pagination: [
      ...(named.pagination ?? []).map((finding) => withInputs(finding, wsdl, document, messages, set, xsd)),
      ...(read.pagination ?? []),
    ],
    incremental: [...(named.incremental ?? []), ...(read.incremental ?? [])],
  };
}

/** What the operation that goes on with a search is sent, and the header that sets how much a page holds. */
function withInputs(
  finding: Finding,
  { headers }: WsdlModel,
  document: JsonObject,
  messages: ReadonlyMap<string, SoapMessages>,
  set: XsdSet,
  xsd: XsdSchemas,
): Finding {
  const input = messages.get(String(finding.detail['operation']))?.input ?? null;
  const inputs = inputsOf(document, input).map(({ path }) => path);
  const limit = headers.flatMap(({ element }) => {
    const declared = element === null ? undefined : set.find(element, 'element');
    const at = declared === undefined ? null : xsd.pointer(xsd.typeOf(declared));
    const found = inputsOf(document, at).find(({ name }) => limitName.test(plainName(name)));
    return found === undefined ? [] : [`${element?.name ?? ''}.${found.path}`];
  });
  return {
    ...finding,
    detail: {
      ...finding.detail,
      ...(inputs.length === 0 ? {} : { inputs: inputs.slice(0, 5) }),
      ...(limit[0] === undefined ? {} : { limitHeader: limit[0] }),
    },
  };
}

/** A WSDL never says how credentials are sent in full: that is unknown, not free of any. */
function authRemark(found: readonly Finding[]): Warning {
  const said = found.map(({ evidence }) => evidence).join(', ');
  return {
    code: 'no_auth',
    message:
      found.length === 0
        ? 'The WSDL says nothing of authentication'
        : `The WSDL tells of authentication (${said}), but not how to get and send what it needs`,
    at: '',
  };
}

function remarks(entities: readonly { operations: object }[], isService: boolean): Warning[] {
  if (entities.length === 0) {
    return [
      {
        code: 'only_simple_types',
        message:
          'The schema declares only simple types (lists of values), which other schemas use: it has no record types',
        at: '',
      },
    ];
  }
  if (entities.some(({ operations }) => Object.keys(operations).length > 0)) return [];
  return [
    {
      code: 'no_operations',
      message: isService
        ? 'No operation of the service reads or writes a record; its types are offered, without calls'
        : 'An XML Schema has no calls; its types are offered as record types',
      at: '',
    },
  ];
}

/** A field of a reference type points at the record type of the field's name. */
function referenceOf(field: string, type: string, names: ReadonlySet<string>): string | null {
  if (!/Ref(?:erence)?(?:Type)?$/.test(type)) return null;
  const name = entityName(field.replace(/(?:Ref|Reference|Id)$/, ''));
  return names.has(name) ? name : null;
}

function titleOf(file: string, namespace: string | undefined): string {
  const last = namespace?.split(/[/:#]/).findLast((step) => /[a-z]/i.test(step));
  return file === '' ? (last ?? 'XML Schema') : file.replace(/\.\w+$/, '');
}
