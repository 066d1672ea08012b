import { callerPath, readCallerFile } from '../../core/documents/caller-file.ts';
import { decode } from '../../core/documents/decode.ts';
import { parseText } from '../../core/documents/parse-text.ts';
import { RequestError, type ToolContext } from '../../core/index.ts';
import type { MetadataEntity } from '../../core/metadata/metadata-format.ts';
import { readMetadata } from '../../core/metadata/read-metadata.ts';
import type { Entity } from '../../model/index.ts';

/** The part about one record type in a file with an account's field metadata. Throws `bad_metadata`. */
export async function readMetadataFile(
  path: string,
  entity: Entity,
  context: ToolContext,
): Promise<MetadataEntity> {
  const { value } = parseText(decode(await readCallerFile(callerPath(path, context), context.signal)));
  const metadata = readMetadata(value, entity.name);
  if (metadata === undefined) {
    throw new RequestError(
      'bad_metadata',
      `${path} is no field metadata that Causeway knows`,
      'Give what the system answers when it is asked for the fields of an object: HubSpot properties, a Salesforce describe, Zendesk ticket_fields, Jira fields, …',
    );
  }
  const found = entityIn(metadata.entities, entity);
  if (found === undefined) {
    throw new RequestError(
      'bad_metadata',
      `${path} has the fields of ${metadata.entities
        .slice(0, 8)
        .map(({ name }) => name)
        .join(', ')}, not of ${entity.name}`,
      'Give the metadata of this record type, or name the other one',
    );
  }
  return found;
}

/** The entity of that name; the only one there is when names differ by number or spelling alone. */
export function entityIn(
  entities: readonly MetadataEntity[],
  { name, label }: Entity,
): MetadataEntity | undefined {
  const wanted = [name, label].map(plain);
  return entities.find(
    (entity) => wanted.includes(plain(entity.name)) || wanted.includes(plain(entity.label)),
  );
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/s$/, '');
}
