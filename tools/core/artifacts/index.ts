export { type ArtifactKind, type ArtifactValue, artifactKinds, kindOfId } from './artifact-kind.ts';
export { ArtifactStore } from './artifact-store.ts';
export { openKeyv } from './open-keyv.ts';
export { SqliteAdapter } from './sqlite-adapter.ts';
