import { createHash } from 'node:crypto';
import type { Keyv } from 'keyv';
import { canonicalJson } from '../canonical-json.ts';
import { OutsideError, RequestError } from '../errors/index.ts';
import { type ArtifactKind, type ArtifactValue, artifactKinds, kindOfId } from './artifact-kind.ts';

/** Immutable, content-addressed values: the same content has the same id, and an id never changes its content. */
export class ArtifactStore {
  readonly #keyv: Keyv;

  constructor(keyv: Keyv) {
    this.#keyv = keyv;
  }

  /** Stores a value and answers its id, `<kind>_<24 hex digits of SHA-256>`. */
  async put<K extends ArtifactKind>(kind: K, value: ArtifactValue<K>): Promise<string> {
    const text = canonicalJson(value);
    const id = `${kind}_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    await reached(async () => {
      if ((await this.#keyv.get<string>(id)) === undefined) await this.#keyv.set(id, text);
    });
    return id;
  }

  /** The value behind an id of this kind. Throws `unknown_artifact` or `wrong_artifact`. */
  async get<K extends ArtifactKind>(kind: K, id: string): Promise<ArtifactValue<K>> {
    if (kindOfId(id) !== kind) {
      throw new RequestError(
        'wrong_artifact',
        `${id} is not a ${kind} id`,
        `Give an id that starts with ${kind}_, as an earlier tool call answered it`,
      );
    }
    return artifactKinds[kind].parse(await this.read(id)) as ArtifactValue<K>;
  }

  /** The value behind any id, unparsed. Throws `unknown_artifact`. */
  async read(id: string): Promise<unknown> {
    const text = kindOfId(id) === undefined ? undefined : await reached(() => this.#keyv.get<string>(id));
    if (text === undefined) {
      throw new RequestError(
        'unknown_artifact',
        `There is no artifact ${id}`,
        'Use an id that an earlier tool call answered; artifacts of another CAUSEWAY_HOME or CAUSEWAY_STORE are not visible here',
      );
    }
    return JSON.parse(text);
  }
}

/** A server that cannot be reached is an outside failure; a local file's troubles have words of their own. */
async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'ERR_SQLITE_ERROR') throw cause;
    throw new OutsideError(
      'store_unreachable',
      `The artifact store cannot be used${code === '' ? '' : ` (${code})`}`,
      'Check that the server in CAUSEWAY_STORE runs and lets you in, or unset it for a file in CAUSEWAY_HOME',
      { cause },
    );
  }
}
