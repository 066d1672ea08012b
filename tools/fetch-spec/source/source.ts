/** Bytes of a description as they came, before anything is known of them. */
export interface Source {
  readonly bytes: Uint8Array;
  /** Where they came from, without credentials: stored with the description. */
  readonly origin: string;
  /** Base name without extensions, for naming a record type: `contacts`. */
  readonly name: string;
  /** What stands after `#` in the SPEC: the record type meant. */
  readonly entity: string | null;
}

/** `/a/contacts.sample.json.gz` → `contacts`. */
export function baseName(path: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? '';
  return last.split('.').find((part) => part !== '') ?? 'record';
}
