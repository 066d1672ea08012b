import type { Json } from '../../../core/json/json.ts';
import { metadataFormat, readMetadata } from '../../../core/metadata/read-metadata.ts';
import { schemaOfFields } from '../../../core/metadata/schema-of-fields.ts';
import type { EntitySummary } from '../../../model/index.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import { entityName, sentence, words } from '../../naming/words.ts';
import { describeSchemas } from '../describe-schemas.ts';
import type { Loader } from '../loader.ts';

/** An account's field metadata, as its system answers it: record types with the fields that this account really has. */
export const metadataLoader: Loader = {
  name: 'metadata',
  recognise({ value, syntax }: Opened) {
    return value === null || syntax === 'yaml' ? undefined : metadataFormat(value)?.format;
  },
  load({ source, value, warnings }) {
    const name =
      source.entity ??
      (entityName(source.name.replace(/[-_ ]?(?:fields|properties|describe|schema|metadata)$/i, '')) ||
        'record');
    const metadata = value === null ? undefined : readMetadata(value as Json, name);
    if (metadata === undefined) throw notASpec('it is no field metadata');
    const names = new Set<string>();
    const entities = metadata.entities.map((entity) => {
      const short = entityName(entity.name) || entity.name;
      const unique = names.has(short) ? entity.name : short;
      names.add(unique);
      return { ...entity, unique };
    });
    return describeSchemas({
      source,
      format: metadata.format,
      title: `${metadata.system ?? 'SCIM'} fields of an account`,
      ...(metadata.system === null ? {} : { system: metadata.system }),
      document: {
        components: {
          schemas: Object.fromEntries(entities.map(({ unique, fields }) => [unique, schemaOfFields(fields)])),
        },
      },
      entities: entities.map(
        ({ unique, name: given, label, fields }): EntitySummary => ({
          name: unique,
          label: label === given ? sentence(words(unique)) : label,
          aliases: given === unique ? [] : [given],
          operations: {},
          fieldCount: fields.length,
          schemaAt: `/components/schemas/${unique.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        }),
      ),
      warnings: [
        ...warnings,
        ...metadata.warnings,
        {
          code: 'account_fields',
          message: 'These are the fields of one account; another account may have others',
          at: '',
        },
      ],
    });
  },
};
