import { z } from 'zod';
import { type ArtifactStore, kindOfId, RequestError } from '../core/index.ts';
import { ApiDescription } from '../model/index.ts';

// A document is megabytes and was JSON when it was stored: walking it through `z.json()` again costs seconds.
const Stored = ApiDescription.omit({ document: true, catalog: true }).extend({
  document: z.custom<ApiDescription['document']>(() => true),
  catalog: z.custom<ApiDescription['catalog']>(() => true),
});

/** The description behind an id of `fetch_spec`. Throws `wrong_artifact` or `unknown_artifact`. */
export async function loadDescription(id: string, artifacts: ArtifactStore): Promise<ApiDescription> {
  if (kindOfId(id) !== 'spec') {
    throw new RequestError(
      'wrong_artifact',
      `${JSON.stringify(id.slice(0, 100))} is not a spec id`,
      'Give an id that starts with spec_, as fetch_spec answered it',
    );
  }
  return Stored.parse(await artifacts.read(id));
}
