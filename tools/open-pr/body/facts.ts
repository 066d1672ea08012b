import type { Connector, Entity, Mapping, TestReport } from '../../model/index.ts';

/** All that the title, the body and the commit message are made from. */
export interface Facts {
  readonly request: string;
  readonly run: string;
  readonly connector: Connector;
  readonly mapping: Mapping;
  readonly source: Entity;
  readonly target: Entity;
  readonly report: TestReport | null;
  readonly notes: readonly string[];
  readonly branch: string;
  readonly folder: string;
}
