import { type CausewayError, type ToolContext, toCausewayError } from '../../core/index.ts';
import type { Json } from '../../core/json/json.ts';
import { readMetadata } from '../../core/metadata/read-metadata.ts';
import type { ApiDescription, Entity, Warning } from '../../model/index.ts';
import { CatalogFacts } from '../facts/entity-facts.ts';
import { getFromAccount } from './get-from-account.ts';
import { mergeMetadata } from './merge-metadata.ts';
import { entityIn } from './read-metadata-file.ts';

/**
 * Adds what the account itself says of the fields, when the catalog knows how to ask and the environment has the
 * credentials. Without them, or when the account does not answer, the bundled facts stand and a warning says so.
 */
export async function addLiveMetadata(
  entity: Entity,
  description: ApiDescription,
  context: ToolContext,
): Promise<Entity> {
  if (description.catalog === null) return entity;
  const { customFields, title } = CatalogFacts.parse(description.catalog);
  const live = customFields?.live ?? null;
  const name =
    live !== null && Object.hasOwn(live.entities, entity.name) ? live.entities[entity.name] : undefined;
  if (live === null || name === undefined) return entity;
  const path = live.path.replaceAll('{entity}', encodeURIComponent(name));
  const needed = [...description.api.auth.credentials, ...description.api.variables].map(({ env }) => env);
  const missing = needed.filter((variable) => context.config.variable(variable) === null);
  if (missing.length > 0) {
    return warned(entity, {
      code: 'live_metadata_skipped',
      message: `The fields are those bundled with Causeway; with ${missing.join(', ')} set, the account's own are read from ${title}`,
      at: path,
    });
  }
  context.progress(`reading the account's fields from ${title}`);
  try {
    const metadata = readMetadata((await getFromAccount(path, description, context)) as Json, entity.name);
    const found =
      metadata === undefined ? undefined : (entityIn(metadata.entities, entity) ?? metadata.entities[0]);
    if (found === undefined || found.fields.length === 0) {
      return warned(entity, failed(title, 'its answer holds no field metadata', path));
    }
    return mergeMetadata(entity, found, path);
  } catch (thrown) {
    context.signal.throwIfAborted();
    const error: CausewayError = toCausewayError(thrown);
    if (error.kind === 'bug') throw thrown;
    return warned(entity, failed(title, error.message, path));
  }
}

function failed(title: string, why: string, at: string): Warning {
  return {
    code: 'live_metadata_failed',
    message: `The account's own fields could not be read from ${title}: ${why}; the bundled ones are used`,
    at,
  };
}

function warned(entity: Entity, warning: Warning): Entity {
  return { ...entity, warnings: [...entity.warnings, warning] };
}
