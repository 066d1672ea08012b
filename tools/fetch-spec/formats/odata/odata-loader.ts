import type { EntitySummary, Finding } from '../../../model/index.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import { entityName, sentence, words } from '../../naming/words.ts';
import { describeSchemas } from '../describe-schemas.ts';
import type { Loader } from '../loader.ts';
import { readXml } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { type EdmModel, type EdmSet, type EdmType, readModel } from './edm-model.ts';
import { EdmSchemas, schemaPointer } from './edm-schemas.ts';
import type { ODataVersion } from './edm-type.ts';
import { odataOperations } from './odata-operations.ts';

/** OData `$metadata` documents (EDMX), versions 1 to 4.01. */
export const odataLoader: Loader = {
  name: 'odata',
  recognise({ syntax, text }: Opened) {
    if (syntax !== 'xml') return undefined;
    const root = /<(?:[\w.-]+:)?Edmx\b[^>]{0,2000}>/i.exec(text.slice(0, 50_000))?.[0];
    if (root === undefined) return undefined;
    return `odata-${versionOf(root, text.slice(0, 50_000))}`;
  },
  load({ source, text, warnings }, format) {
    const { root, warnings: noticed } = readXml(text);
    const version = format.slice('odata-'.length) as ODataVersion;
    const model = readModel(root);
    const declared = [...model.types.values()];
    if (declared.length === 0) {
      throw notASpec(
        'its OData metadata declares no types',
        'Give the whole answer of the $metadata address',
      );
    }
    const offered = model.sets.filter(({ type }) => model.types.has(type));
    const sets =
      offered.length > 0 ? offered : declared.filter(({ kind }) => kind === 'EntityType').map(asSet);
    if (sets.length === 0) {
      throw notASpec(
        'its OData metadata has no entity types',
        'Give the whole answer of the $metadata address; what it references is not followed',
      );
    }
    const names = namesOf(sets, model);
    const schemas = new EdmSchemas(model, version, (qualified) => names.byType.get(qualified) ?? null);
    const prefix = /^https?:/.test(source.origin)
      ? new URL(source.origin).pathname.replace(/\/\$metadata.*$|\/[^/]*$/, '')
      : '';
    const all = schemas.all();
    const entities = sets.flatMap((set): EntitySummary[] => {
      const type = model.types.get(set.type);
      const name = names.bySet.get(set);
      if (type === undefined || name === undefined) return [];
      const chain = schemas.chain(type);
      const properties = chain.flatMap(({ element }) => element.all('Property'));
      const createKey = `${type.qualified}.creation`;
      all[createKey] ??= schemas.creation(type);
      return [
        {
          name,
          label: set.element.getAny('label') ?? sentence(words(name)),
          aliases: [...new Set([set.name, type.name])].filter((alias) => alias !== name),
          operations:
            offered.length === 0
              ? {}
              : odataOperations(set, schemas.keys(type), properties, model, version, prefix),
          fieldCount: chain.reduce(
            (sum, { element }) => sum + element.all('Property', 'NavigationProperty').length,
            0,
          ),
          schemaAt: schemaPointer(type.qualified),
          createAt: schemaPointer(createKey),
          updateAt: schemaPointer(createKey),
        },
      ];
    });
    return describeSchemas({
      source,
      format,
      title: titleOf(declared, root),
      version,
      document: { components: { schemas: all } },
      entities,
      patterns: patternsOf(entities, version),
      ...(/^https?:/.test(source.origin)
        ? { api: { baseUrl: new URL(source.origin).origin, variables: [] } }
        : {}),
      warnings: [
        ...warnings,
        ...noticed,
        {
          code: 'no_auth',
          message: 'OData metadata says nothing of authentication',
          at: '',
        },
        ...(offered.length > 0
          ? []
          : [
              {
                code: 'no_operations',
                message:
                  'No entity set of the metadata has a type it declares; its entity types are offered, without calls',
                at: '',
              },
            ]),
      ],
    });
  },
};

function versionOf(root: string, head: string): ODataVersion {
  const version = /\bVersion\s*=\s*["']([\d.]+)["']/.exec(root)?.[1] ?? '';
  if (version.startsWith('4')) return version === '4.01' ? '4.01' : '4.0';
  const service =
    /MaxDataServiceVersion\s*=\s*["']([\d.]+)/.exec(head)?.[1] ??
    /DataServiceVersion\s*=\s*["']([\d.]+)/.exec(head)?.[1];
  return service === '1.0' || service === '3.0' ? service : '2.0';
}

function asSet(type: EdmType): EdmSet {
  return { name: type.name, type: type.qualified, single: false, element: type.element };
}

/** One name per set: its type's, when no other set has the type; else its own. */
function namesOf(sets: readonly EdmSet[], model: EdmModel) {
  const uses = new Map<string, number>();
  for (const { type } of sets) uses.set(type, (uses.get(type) ?? 0) + 1);
  const taken = new Set<string>();
  const bySet = new Map<EdmSet, string>();
  const byType = new Map<string, string>();
  for (const set of sets) {
    const type = model.types.get(set.type);
    const alone =
      uses.get(set.type) === 1 && type !== undefined
        ? type.name.replace(/(?<=[a-z])(?:Type|Entity)$/, '')
        : set.name;
    // SAP puts a letter for the layer before its names: A_BusinessPartner.
    const short = [alone.replace(/^[A-Z]_(?=[A-Z])/, ''), alone, set.name]
      .map((name) => entityName(name) || name)
      .find((name) => name !== '' && !taken.has(name));
    const name = short ?? `${set.name}${bySet.size}`;
    taken.add(name);
    bySet.set(set, name);
    if (!byType.has(set.type)) byType.set(set.type, name);
  }
  return { bySet, byType };
}

function titleOf(types: readonly EdmType[], root: XmlElement): string {
  const namespace = types.find(({ kind }) => kind === 'EntityType')?.qualified.replace(/\.[^.]*$/, '') ?? '';
  return namespace.replaceAll(/[._]/g, ' ').trim() || root.name;
}

function patternsOf(entities: readonly EntitySummary[], version: ODataVersion) {
  const list = entities.find(({ operations }) => operations.list !== undefined)?.operations.list;
  if (list?.pagination?.kind !== 'next-link') return {};
  const changing = entities.filter(({ operations }) => operations.changes !== undefined);
  const [first] = changing;
  const finding = (
    kind: string,
    detail: Finding['detail'],
    evidence: string,
    confidence: number,
  ): Finding[] => [{ kind, detail, evidence, confidence }];
  const protocol = `OData ${version} protocol, ${list.at}`;
  return {
    pagination: finding(
      'odata-next-link',
      {
        nextPath: list.pagination.nextPath.replaceAll('\\', ''),
        limitParameter: '$top',
        offsetParameter: '$skip',
        stop: 'the answer has no next link',
      },
      protocol,
      0.9,
    ),
    errors: finding(
      'odata-error',
      { message: version.startsWith('4') ? 'error.message' : 'error.message.value', code: 'error.code' },
      protocol,
      0.9,
    ),
    bulk: finding('batch-calls', { calls: ['POST /$batch'] }, protocol, 0.75),
    ...(first === undefined
      ? {}
      : {
          incremental: finding(
            'updated-since-filter',
            {
              parameter: '$filter',
              entities: changing.map(({ name }) => name).slice(0, 20),
              query: first.operations.changes?.query['$filter'] ?? '',
            },
            `property of ${first.name}`,
            0.7,
          ),
        }),
  };
}
