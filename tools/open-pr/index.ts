export { openPr } from './open-pr.ts';
export { allowedRepo } from './policy/allowed-repo.ts';
