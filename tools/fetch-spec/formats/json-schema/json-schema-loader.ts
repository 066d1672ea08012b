import { isObject, type JsonObject, property, textOf } from '../../../core/json/json.ts';
import { formatPointer } from '../../../core/json/pointer.ts';
import { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import { oneLine } from '../../../core/text/index.ts';
import type { ApiDescription, Warning } from '../../../model/index.ts';
import { relatedKey } from '../../front-door/bundle.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import { systemName } from '../../naming/system-name.ts';
import { words } from '../../naming/words.ts';
import { describeSchemas } from '../describe-schemas.ts';
import type { Loader } from '../loader.ts';
import { looksLikeSchema } from './looks-like-schema.ts';
import { SchemaNormaliser } from './normalise/schema-normaliser.ts';
import { schemaRecords } from './records/schema-records.ts';

/** JSON Schema, draft 3 to 2020-12: one record, a catalogue of events, or a collection of definitions. */
export const jsonSchemaLoader: Loader = {
  name: 'json-schema',
  recognise({ value }) {
    return looksLikeSchema(value) ? 'json-schema' : undefined;
  },
  load(opened, format) {
    const { value } = opened;
    if (!isObject(value)) throw notASpec('it is a JSON Schema that is no object');
    return describe(opened, value, format);
  },
};

function describe({ source, warnings }: Opened, value: JsonObject, format: string): ApiDescription {
  const normaliser = new SchemaNormaliser(value);
  const document = normaliser.schema(value, '');
  const related = property(value, relatedKey);
  if (Array.isArray(related)) {
    document[relatedKey] = related.map((node, index) =>
      normaliser.schema(node, formatPointer([relatedKey, String(index)])),
    );
  }
  const title = textOf(property(value, 'title'));
  const id = textOf(property(value, '$id') ?? property(value, 'id'));
  const entities = schemaRecords(new SchemaReader(document), rootNames(title, id, source.name));
  if (entities.length === 0) {
    throw notASpec(
      'its JSON Schema describes no object with properties',
      'Give the schema of a record: an object with properties, or definitions of such',
    );
  }
  const host = id === null ? '' : (URL.parse(id)?.host ?? '');
  const named = title === null ? words(source.name).join(' ') : oneLine(title, 200);
  return describeSchemas({
    source,
    format,
    title: named,
    system: systemName(named, host),
    version: textOf(property(value, 'version')) ?? '',
    document,
    entities,
    warnings: [...warnings, ...normaliser.warnings, noCalls],
  });
}

const noCalls: Warning = {
  code: 'no_operations',
  message: 'A JSON Schema describes records only; calls and authentication are unknown',
  at: '',
};

/** What the root may be called: its title when that is a name, its id, the file. */
function rootNames(title: string | null, id: string | null, file: string): string[] {
  const last = id
    ?.split(/[?#]/, 1)[0]
    ?.split(/[/:]/)
    .findLast((part) => part !== '' && !/^v?\d+(?:\.\d+)*$/.test(part))
    ?.replace(/(?:\.schema)?\.json$|\.schema$/, '');
  const isName = title !== null && words(title).length <= 4;
  const plain = file.replace(/[-_. ]schema$/i, '');
  const all = [isName ? title : '', last ?? '', plain, file, title ?? ''];
  return all.map((text) => oneLine(text, 200)).filter((text) => text !== '');
}
