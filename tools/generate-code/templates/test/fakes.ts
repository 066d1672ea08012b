// Stand-in for the generated file, so that the templates around it are type-checked. Never copied.
import type { FakeApi } from './fake-api.ts';

export interface Fakes {
  readonly source: FakeApi;
  readonly target: FakeApi;
}

export declare const environment: Readonly<Record<string, string>>;
export declare const recognises: boolean;
export declare const guardedFields: readonly string[];
export declare const listsPages: boolean;
export declare const changesByDay: boolean;
export declare const unfilledFields: readonly string[];
export declare function createFakes(): Fakes;
