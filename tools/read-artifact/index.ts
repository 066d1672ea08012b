/** Pages through what other tools made. */
export { readArtifact } from './read-artifact.ts';
