import { RequestError } from '../../tools/core/index.ts';

/** `SPEC` or `SPEC#entity`: a catalog name, a path or a URL, and one record type in it. */
export interface SpecReference {
  readonly spec: string;
  readonly entity: string | null;
}

/** Splits at the last `#`. Throws `bad_spec_reference` on an empty part. */
export function parseSpecReference(text: string): SpecReference {
  const at = text.lastIndexOf('#');
  const spec = at < 0 ? text : text.slice(0, at);
  const entity = at < 0 ? null : text.slice(at + 1);
  if (spec === '' || entity === '') {
    throw new RequestError(
      'bad_spec_reference',
      `"${text}" does not name a description`,
      'Write SPEC or SPEC#entity, for example hubspot#contact or ./openapi.yaml#order',
    );
  }
  return { spec, entity };
}

/** The reverse: a file of samples takes the name of its records from the fragment. */
export function formatSpecReference({ spec, entity }: SpecReference): string {
  return entity === null ? spec : `${spec}#${entity}`;
}
