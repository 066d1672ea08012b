import type { Json } from '../../../core/json/json.ts';
import type { Endpoint } from './endpoints.ts';
import type { DocField } from './field-row.ts';

/** A call, with the fields and samples that stand around it. */
export interface DocumentedCall {
  readonly endpoint: Endpoint;
  readonly summary: string;
  readonly at: string;
  readonly parameters: DocField[];
  readonly request: DocField[];
  readonly response: DocField[];
  readonly requestSamples: Json[];
  readonly responseSamples: Json[];
}

/** A record type that a page describes apart from calls: "The contact object". */
export interface DocumentedObject {
  readonly name: string;
  readonly at: string;
  readonly fields: DocField[];
  readonly samples: Json[];
}

/** What pages of documentation say, gathered. */
export interface Documented {
  readonly calls: DocumentedCall[];
  readonly objects: DocumentedObject[];
  /** Addresses of the API that sentences name. */
  readonly servers: string[];
  /** Sentences about authentication, limits, paging, webhooks: for the recognisers of patterns. */
  readonly prose: string[];
}
