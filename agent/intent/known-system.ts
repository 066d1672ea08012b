/** What the sentence parser needs to know of a system. */
export interface KnownSystem {
  readonly system: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly entities: readonly { readonly name: string; readonly names: readonly string[] }[];
}
