export * as promises from './fs-promises.ts';
export { constants } from './fs-promises.ts';
export * from './fs-sync.ts';
