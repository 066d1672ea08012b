/** Texts from outside, and texts about them. */
export { issueText } from './issue-text.ts';
export { oneLine } from './one-line.ts';
export { visible } from './visible.ts';
