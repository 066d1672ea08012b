import { createHash } from 'node:crypto';
import type { Keyv } from 'keyv';
import { canonicalJson } from '../canonical-json.ts';
import { OutsideError, RequestError } from '../errors/index.ts';
import { isObject, type JsonObject, property } from '../json/json.ts';
import { type ArtifactKind, type ArtifactValue, artifactKinds, kindOfId } from './artifact-kind.ts';
import { documentIdOf, joinDocument, parseDocument, splitDocument } from './stored-document.ts';

/** How many documents stay in memory: those of a source and a target. */
const remembered = 2;

/** Immutable, content-addressed values: the same content has the same id, and an id never changes its content. */
export class ArtifactStore {
  readonly #keyv: Keyv;
  /** The documents used last: `inspect` and `connect` ask for the same one several times. */
  readonly #documents = new Map<string, JsonObject>();

  constructor(keyv: Keyv) {
    this.#keyv = keyv;
  }

  /** Stores a value and answers its id, `<kind>_<24 hex digits of SHA-256>`. */
  async put<K extends ArtifactKind>(kind: K, value: ArtifactValue<K>): Promise<string> {
    const document = splitDocument(value);
    const text = canonicalJson(document?.value ?? value);
    const id = `${kind}_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    await reached(async () => {
      if ((await this.#keyv.get<string>(id)) !== undefined) return;
      if (document !== undefined) await this.#keyv.set(document.id, document.text);
      await this.#keyv.set(id, text);
    });
    const whole = property(value, 'document');
    if (document !== undefined && isObject(whole)) this.#remember(document.id, whole);
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
    if (text === undefined) throw unknownArtifact(id);
    const value: unknown = JSON.parse(text);
    const documentId = documentIdOf(value);
    return documentId === undefined ? value : joinDocument(value, await this.#document(documentId, id));
  }

  async #document(documentId: string, id: string): Promise<JsonObject> {
    const known = this.#documents.get(documentId);
    if (known !== undefined) return known;
    const text = await reached(() => this.#keyv.get<string>(documentId));
    if (text === undefined) throw unknownArtifact(id);
    const document = parseDocument(text);
    this.#remember(documentId, document);
    return document;
  }

  #remember(documentId: string, document: JsonObject): void {
    this.#documents.delete(documentId);
    this.#documents.set(documentId, document);
    for (const oldest of this.#documents.keys()) {
      if (this.#documents.size <= remembered) break;
      this.#documents.delete(oldest);
    }
  }
}

function unknownArtifact(id: string): RequestError {
  return new RequestError(
    'unknown_artifact',
    `There is no artifact ${id}`,
    'Use an id that an earlier tool call answered; artifacts of another CAUSEWAY_HOME or CAUSEWAY_STORE are not visible here',
  );
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
