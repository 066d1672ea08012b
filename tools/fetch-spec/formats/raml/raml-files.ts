import { decode, unpack } from '../../../core/documents/decode.ts';
import { CausewayError } from '../../../core/index.ts';
import { type Json, type JsonObject, objectOf, property, textOf } from '../../../core/json/json.ts';
import { oneLine } from '../../../core/text/index.ts';
import type { Warning } from '../../../model/index.ts';
import type { Source } from '../../source/source.ts';
import { declarations, typesOf } from './declared.ts';
import { includedText } from './included-text.ts';
import { linkNames } from './link-names.ts';
import { mergeRaml } from './merge-raml.ts';
import { includeKey, parseRaml } from './parse-raml.ts';
import { ramlHeader } from './raml-header.ts';

const maxFiles = 300;
const maxBytes = 50 * 1024 * 1024;
const maxBases = 5;

/** A RAML file with all it includes, uses and extends. Files are read by reference only, under the guard of the source. */
export class RamlFiles {
  readonly warnings: Warning[] = [];
  /** Libraries by the id that global names begin with. */
  readonly libraries = new Map<number, JsonObject>();
  /** Included types, which keep their identity, and the name of their file. */
  readonly fragments = new Map<object, string>();
  readonly #libraryIds = new Map<string, number>();
  /** What was included, by where it came from; undefined while it is being read. */
  readonly #included = new Map<string, Json | undefined>();
  #files = 0;
  #bytes = 0;

  /**
   * The document of a text, with the one it extends beneath it; a library is one of `libraries` as well. Throws what
   * `parseRaml` throws.
   */
  async read(text: string, source: Source, bases = 0): Promise<JsonObject> {
    const document = parseRaml(text, this.warnings);
    // What a library or an included type refers back to is this very document.
    const kind = ramlHeader(text)?.kind;
    if (kind === 'DataType') this.#own(document, source);
    const id = kind === 'Library' && bases === 0 ? this.#newLibrary(source.origin, document) : null;
    await this.#complete(document, source, id);
    const reference = textOf(property(document, 'extends'));
    if (reference === null) return document;
    const base = bases >= maxBases ? undefined : await this.#base(reference, source, bases);
    if (base !== undefined) return objectOf(mergeRaml(document, base, { whole: this.fragments }));
    this.#warn(
      'base_not_read',
      `It extends ${JSON.stringify(oneLine(reference, 200))}, which could not be read: only what is added is known`,
    );
    return document;
  }

  async #base(reference: string, source: Source, bases: number): Promise<JsonObject | undefined> {
    const base = await this.#open(reference, source);
    if (base === undefined) return undefined;
    return this.#tolerate(base.source, () => this.read(base.text, base.source, bases + 1));
  }

  /** Reads what a document includes and uses, and makes its names global. */
  async #complete(document: JsonObject, source: Source, id: number | null): Promise<void> {
    // Prose is not read.
    delete document['documentation'];
    await this.#include(document, source);
    const aliases = new Map<string, number>();
    for (const [alias, reference] of Object.entries(objectOf(document['uses']))) {
      const library = typeof reference === 'string' ? await this.#library(reference, source) : undefined;
      if (library !== undefined) aliases.set(alias, library);
    }
    const own = id === null ? [] : ['traits', 'resourceTypes', 'securitySchemes'];
    const names = own.flatMap((key) => Object.keys(declarations(document[key])));
    linkNames(
      document,
      aliases,
      id,
      new Set([...names, ...(id === null ? [] : Object.keys(typesOf(document)))]),
    );
  }

  async #library(reference: string, source: Source): Promise<number | undefined> {
    const file = await this.#open(reference, source, (origin) => this.#libraryIds.has(origin));
    if (file === undefined) return undefined;
    const known = this.#libraryIds.get(file.source.origin);
    if (known !== undefined) return known;
    return this.#tolerate(file.source, async () => {
      const document = parseRaml(file.text, this.warnings);
      const id = this.#newLibrary(file.source.origin, document);
      await this.#complete(document, file.source, id);
      return id;
    });
  }

  #newLibrary(origin: string, document: JsonObject): number {
    const id = this.libraries.size + 1;
    this.#libraryIds.set(origin, id);
    this.libraries.set(id, document);
    return id;
  }

  #own(document: JsonObject, source: Source): void {
    this.#included.set(source.origin, document);
    this.fragments.set(document, source.name);
  }

  /** Puts files in the place of their names, everywhere in a map or list; the names of those that cannot be read stay. */
  async #include(node: JsonObject | Json[], source: Source): Promise<void> {
    for (const [key, inner] of Object.entries(node)) {
      if (typeof inner !== 'object' || inner === null) continue;
      const reference = property(inner, includeKey);
      if (typeof reference !== 'string') await this.#include(inner, source);
      else (node as JsonObject)[key] = await this.#file(reference, source);
    }
  }

  async #file(reference: string, from: Source): Promise<Json> {
    const file = await this.#open(reference, from, (origin) => this.#included.has(origin));
    const missing = { [includeKey]: reference };
    if (file === undefined) return missing;
    const { source, text } = file;
    if (this.#included.has(source.origin)) {
      const known = this.#included.get(source.origin);
      if (known !== undefined) return known;
      this.#warn('circular_include', `${this.#named(source)} includes itself; it is left out there`);
      return missing;
    }
    const header = ramlHeader(text);
    this.#included.set(source.origin, undefined);
    const value =
      header === undefined && !/\.(?:raml|ya?ml)$/i.test(reference)
        ? await includedText(text, source)
        : ((await this.#tolerate(source, async () => {
            const document = parseRaml(text, this.warnings);
            if (header?.kind === 'DataType') this.#own(document, source);
            await this.#complete(document, source, null);
            return document;
          })) ?? missing);
    this.#included.set(source.origin, value);
    return value;
  }

  /** A file that a document refers to; `again` says whether it costs nothing because it is known. */
  async #open(
    reference: string,
    from: Source,
    again: (origin: string) => boolean = () => false,
  ): Promise<{ source: Source; text: string } | undefined> {
    const source =
      this.#files > maxFiles || this.#bytes > maxBytes ? undefined : await from.related(reference);
    if (source !== undefined && !again(source.origin)) {
      this.#files += 1;
      this.#bytes += source.bytes.byteLength;
    }
    const text =
      source === undefined
        ? undefined
        : await this.#tolerate(source, async () => decode(unpack(source.bytes)));
    if (source !== undefined && text !== undefined) return { source, text };
    if (source === undefined) {
      this.#warn(
        'file_not_read',
        `The file ${JSON.stringify(oneLine(reference, 200))} could not be read; files are looked for in the folder of the first one and below it`,
      );
    }
    return undefined;
  }

  /** A file that is broken is left out. */
  async #tolerate<T>(source: Source, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (thrown) {
      if (!(thrown instanceof CausewayError) || thrown.kind === 'bug') throw thrown;
      this.#warn('file_not_read', `${this.#named(source)} was left out: ${oneLine(thrown.message, 200)}`);
      return undefined;
    }
  }

  #named(source: Source): string {
    return JSON.stringify(oneLine(source.origin.split('/').at(-1) ?? source.name, 100));
  }

  #warn(code: string, message: string): void {
    if (this.warnings.length >= 30 || this.warnings.some((warning) => warning.message === message)) return;
    this.warnings.push({ code, message, at: '' });
  }
}
