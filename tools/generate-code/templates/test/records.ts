// Stand-in for the generated file, so that the templates around it are type-checked. Never copied.
import type { Json } from './fake-json.ts';

export declare function sourceId(n: number): string;
export declare function sourceRecord(n: number): Json;
export declare function changedRecord(n: number): Json;
export declare function touchedRecord(n: number, at: number): Json;
export declare function badRecord(n: number): Json;
export declare const changeIsSeen: boolean;
export declare const badPath: string;
