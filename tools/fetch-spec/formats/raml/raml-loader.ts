import type { Json, JsonObject } from '../../../core/json/json.ts';
import { localPointer } from '../../../core/openapi/local-pointer.ts';
import { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { ApiDescription, EntitySummary } from '../../../model/index.ts';
import { notASpec, unsupportedFormat } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import { describeSchemas } from '../describe-schemas.ts';
import type { Loader } from '../loader.ts';
import { describeOpenApi } from '../openapi/describe-openapi.ts';
import { schemaEntities } from '../openapi/resources/schema-entities.ts';
import { declared } from './declared.ts';
import { openApiOfRaml } from './openapi-of-raml.ts';
import { RamlFiles } from './raml-files.ts';
import { ramlHeader } from './raml-header.ts';
import { RamlTypes } from './raml-types.ts';

/** Kinds of fragments that hold no records and no calls, in plain words. */
const parts: Readonly<Record<string, string>> = {
  DocumentationItem: 'a page of documentation',
  NamedExample: 'an example',
  ResourceType: 'a resource type, a template of resources',
  Trait: 'a trait, a part of methods',
  AnnotationTypeDeclaration: 'an annotation type',
  SecurityScheme: 'a security scheme',
};

/** RAML 0.8 and 1.0: APIs with what they include, libraries and data types, overlays and extensions. */
export const ramlLoader: Loader = {
  name: 'raml',
  recognise({ syntax, text }: Opened) {
    const header = syntax === 'raml' ? ramlHeader(text) : undefined;
    return header === undefined ? undefined : `raml-${header.version}`;
  },
  async load(opened, format) {
    const { kind, version } = ramlHeader(opened.text) ?? { kind: 'API', version: '1.0' };
    if (version !== '0.8' && version !== '1.0')
      throw unsupportedFormat(`RAML ${version}`, 'Give its RAML 1.0 or OpenAPI 3 form');
    if (Object.hasOwn(parts, kind)) {
      throw notASpec(
        `it is a part of a RAML description: ${parts[kind] ?? kind}`,
        'Give the RAML file of the API that includes it, the one with a title and resources',
      );
    }
    const files = new RamlFiles();
    const document = await files.read(opened.text, opened.source);
    return kind === 'Library' || kind === 'DataType'
      ? describeTypes(opened, format, kind, files, document)
      : describeApi(opened, format, version, files, document);
  },
};

function describeApi(
  { source, warnings }: Opened,
  format: string,
  version: string,
  { libraries, fragments, warnings: noticed }: RamlFiles,
  document: JsonObject,
): ApiDescription {
  const all = declared(document, libraries);
  const types = new RamlTypes(all.types, fragments);
  const { openApi, warnings: said } = openApiOfRaml({ document, declared: all, fragments, types, version });
  const own = describeOpenApi({ document: openApi, format, origin: source.origin });
  if (own.entities.length === 0) {
    throw notASpec(
      'no method of its RAML sends or answers a record, and it declares no type with properties',
      'Give the whole RAML of the API; an overlay needs the file that it extends beside it',
    );
  }
  return { ...own, warnings: [...warnings, ...noticed, ...said, ...own.warnings] };
}

/** A library or one type: records without calls. */
function describeTypes(
  { source, warnings }: Opened,
  format: string,
  kind: string,
  { libraries, fragments, warnings: noticed }: RamlFiles,
  document: JsonObject,
): ApiDescription {
  // A library is among the libraries itself.
  const { types: named } = declared({}, libraries);
  const types = new RamlTypes(named, fragments);
  const own = kind === 'DataType' ? types.schema(document)['$ref'] : undefined;
  const openApi = { components: { schemas: types.components } };
  const entities = schemaEntities(new SchemaReader(openApi));
  if (entities.length === 0) {
    const names = Object.keys(types.components).slice(0, 6).join(', ');
    throw notASpec(
      kind === 'DataType'
        ? 'its RAML type is a simple value, which others use: it has no properties'
        : names === ''
          ? 'its RAML library declares no types'
          : `the types of its RAML library (${names}) are simple values, which others use: none has properties`,
      'Give the RAML file of the API that uses it, or of a type with properties',
    );
  }
  return describeSchemas({
    source,
    format,
    title: source.name,
    document: openApi,
    // The type of the file goes before those that it uses.
    entities: entities.toSorted((a, b) => Number(isOwn(b, own)) - Number(isOwn(a, own))),
    warnings: [
      ...warnings,
      ...noticed,
      ...types.warnings,
      {
        code: 'no_operations',
        message: `A RAML ${kind === 'DataType' ? 'type' : 'library'} describes records only; calls and authentication are unknown`,
        at: '',
      },
    ],
  });
}

function isOwn({ schemaAt }: EntitySummary, reference: Json | undefined): boolean {
  return typeof reference === 'string' && localPointer(reference) === schemaAt;
}
