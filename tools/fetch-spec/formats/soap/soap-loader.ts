import type { JsonObject } from '../../../core/json/json.ts';
import type { Warning } from '../../../model/index.ts';
import { notASpec, unsupportedFormat } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import { entityName } from '../../naming/words.ts';
import { describeSchemas } from '../describe-schemas.ts';
import type { Loader } from '../loader.ts';
import { rootOf } from '../xml/prolog.ts';
import { readXml } from '../xml/read-xml.ts';
import { soapEntities, typeEntities } from './soap-entities.ts';
import { soapPatterns } from './soap-patterns.ts';
import { readWsdl } from './wsdl-model.ts';
import { XsdSchemas } from './xsd-schemas.ts';
import { readXsdSet, schemasIn } from './xsd-set.ts';

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
    return describeSchemas({
      source,
      format,
      title: wsdl?.service ?? titleOf(source.name, root.get('targetNamespace')),
      document,
      entities,
      patterns: wsdl === null ? {} : soapPatterns(wsdl),
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
      ],
    });
  },
};

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
