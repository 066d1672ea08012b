export { openPr } from './open-pr.ts';
