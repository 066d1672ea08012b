import type { Json } from '../../core/json/json.ts';
import type { Warning } from '../../model/index.ts';
import type { Source } from '../source/source.ts';

/** How a text is written, told by its content. Those from `xml` on are not parsed yet: their loader does it. */
export const syntaxes = [
  'json',
  'ndjson',
  'yaml',
  'xml',
  'html',
  'markdown',
  'graphql',
  'protobuf',
  'csv',
  'raml',
] as const;
export type Syntax = (typeof syntaxes)[number];

/** A source whose bytes became text, and whose text became a safe value where it is JSON or YAML. */
export interface Opened {
  readonly source: Source;
  readonly text: string;
  /** Bytes, unpacked. */
  readonly size: number;
  readonly syntax: Syntax;
  /** An object or list for `json`, `ndjson` (the list of its lines) and `yaml`; null for the others. */
  readonly value: Json | null;
  /** What was seen on the way, `duplicate_keys` and the like. */
  readonly warnings: readonly Warning[];
}
