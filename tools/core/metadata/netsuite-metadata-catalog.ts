import { arrayOf, isObject, type Json, property, textOf } from '../json/json.ts';
import type { MetadataFormat } from './metadata-format.ts';

/** `GET /services/rest/record/v1/metadata-catalog` of NetSuite: which record types there are, each with links to its schema. */
export const netsuiteMetadataCatalog: MetadataFormat = {
  format: 'netsuite-metadata-catalog',
  recognise: (value) => {
    const [first] = itemsOf(value);
    return (
      isObject(first) &&
      textOf(first['name']) !== null &&
      links(first).some((href) => href.includes('/metadata-catalog/'))
    );
  },
  read(value) {
    const items = itemsOf(value).filter(isObject);
    return {
      system: 'netsuite',
      entities: items.flatMap((item) => {
        const name = textOf(item['name']);
        return name === null ? [] : [{ name, label: name, fields: [], naturalKeys: [] }];
      }),
      warnings: [
        {
          code: 'no_fields',
          message: `This lists ${items.length} record types without their fields; ask metadata-catalog/<record> with Accept: application/swagger+json and give that answer`,
          at: '/items',
        },
      ],
    };
  },
};

function itemsOf(value: Json): readonly Json[] {
  return arrayOf(property(value, 'items'));
}

function links(item: Json): string[] {
  return arrayOf(property(item, 'links')).map((link) => String(property(link, 'href') ?? ''));
}
