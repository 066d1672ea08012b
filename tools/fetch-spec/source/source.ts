import type { Warning } from '../../model/index.ts';

/** Bytes of a description as they came, before anything is known of them. */
export interface Source {
  readonly bytes: Uint8Array;
  /** Where they came from, without credentials: stored with the description. */
  readonly origin: string;
  /** Base name without extensions, for naming a record type: `contacts`. */
  readonly name: string;
  /** What stands after `#` in the SPEC: the record type meant. */
  readonly entity: string | null;
  /** What was noticed while getting it. */
  readonly warnings?: readonly Warning[];
  /**
   * The document that a relative or absolute reference of this one means (`./common.yaml`, `https://…/common.json`), read
   * under the same guard; undefined when it does not exist or may not be read: `refused` is then told why, in words that
   * follow "was not followed: ". Never throws on what the document says.
   */
  readonly related: (reference: string, refused?: (why: string) => void) => Promise<Source | undefined>;
}

/** `/a/contacts.sample.json.gz` → `contacts`. */
export function baseName(path: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? '';
  return last.split('.').find((part) => part !== '') ?? 'record';
}
