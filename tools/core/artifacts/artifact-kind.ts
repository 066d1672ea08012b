import type { ZodType } from 'zod';
import { ApiDescription, Connector, Entity, Mapping, PullRequest, TestReport } from '../../model/index.ts';

/** What each kind of artifact holds. The kind is the prefix of its id. */
export const artifactKinds = {
  spec: ApiDescription,
  schema: Entity,
  mapping: Mapping,
  connector: Connector,
  report: TestReport,
  pr: PullRequest,
} as const satisfies Record<string, ZodType>;

export type ArtifactKind = keyof typeof artifactKinds;
interface ArtifactValues {
  spec: ApiDescription;
  schema: Entity;
  mapping: Mapping;
  connector: Connector;
  report: TestReport;
  pr: PullRequest;
}
export type ArtifactValue<K extends ArtifactKind> = ArtifactValues[K];

/** `mapping_0a1b…` → `mapping`; undefined when it is not an artifact id. */
export function kindOfId(id: string): ArtifactKind | undefined {
  const [, kind] = /^([a-z]+)_[0-9a-f]{24}$/.exec(id) ?? [];
  return kind !== undefined && Object.hasOwn(artifactKinds, kind) ? (kind as ArtifactKind) : undefined;
}
