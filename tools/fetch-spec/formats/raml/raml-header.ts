/** The first line of a RAML file: `#%RAML 1.0 Library`. */
export interface RamlHeader {
  readonly version: string;
  /** `API` for a whole API; else the kind of fragment: `DataType`, `Library`, `Overlay`. */
  readonly kind: string;
}

/** The RAML header a text begins with; undefined when it has none. */
export function ramlHeader(text: string): RamlHeader | undefined {
  const found = /^\s*#%RAML[ \t]+(\d+(?:\.\d+)*)[ \t]*([A-Za-z]*)/.exec(text.slice(0, 2_000));
  if (found === null) return undefined;
  return { version: (found[1] ?? '').slice(0, 10), kind: (found[2] || 'API').slice(0, 40) };
}
