import { bombs } from './bomb.ts';

const full = ['memory', 'timeout', 'crash'] as const;
/** The engine may also refuse with an exception, which ends the module like any other. */
const refused = [...full, 'error'] as const;

/** Bombs that take memory: V8's own heap, and what V8 does not count. */
export const memoryBombs = [
  ...bombs(full, {
    'arrays in a list': 'const a: unknown[] = []; for (;;) a.push(new Array(1000).fill({}));',
    'objects in a chain': 'let a: unknown = null; for (;;) a = { a, b: [1, 2, 3, 4, 5, 6, 7, 8] };',
    'closures over closures': 'let f = () => 1; for (;;) { const g = f; const x = new Array(99).fill(g); f = () => x.length; (globalThis as any).f = [f, (globalThis as any).f]; }',
    'entries of a Map': 'const m = new Map(); for (let i = 0; ; i++) m.set(i, { i });',
    'members of a Set': 'const s = new Set(); for (let i = 0; ; i++) s.add({ i });',
    'keys of a WeakMap that are kept': 'const w = new WeakMap(); const k: object[] = []; for (;;) { const o = {}; k.push(o); w.set(o, new Array(50)); }',
    'symbols in the registry': 'for (let i = 0; ; i++) Symbol.for("s".repeat(1000) + i);',
    'properties of one object': 'const o: Record<string, number> = {}; for (let i = 0; ; i++) o[`property ${i}`] = i;',
    'microtasks that breed': 'const go = (): void => { Promise.resolve().then(go); Promise.resolve().then(go); }; go(); await new Promise(() => {});',
    'timers that breed': 'const go = (): void => { setTimeout(go, 0); setTimeout(go, 0); }; go(); await new Promise(() => {});',
    'waiting promises': 'const a: unknown[] = []; for (;;) a.push(new Promise((r) => r).then(() => 1));',
    'async calls that never end': 'const a: unknown[] = []; const f = async () => { await new Promise(() => {}); }; for (;;) a.push(f());',
    'generators that are kept': 'function* g() { const x = new Array(100).fill(1); yield x; } const a: unknown[] = []; for (;;) { const i = g(); i.next(); a.push(i); }',
    'proxies around proxies': 'let p: object = {}; const a: object[] = []; for (;;) { p = new Proxy(p, {}); a.push(p); }',
    'errors with stacks': 'const a: unknown[] = []; for (;;) a.push(new Error("x".repeat(500)).stack);',
    'garbage without an end': 'for (;;) { const a = []; for (let i = 0; i < 1e5; i++) a.push({ i }); }',
    'slices of a huge list': 'const a: unknown[] = []; a.length = 2 ** 26; for (;;) a.slice();',
    'functions from text': 'const a: unknown[] = []; for (let i = 0; ; i++) a.push(new Function(`return ${i} + ${"1+".repeat(200)}1`));',
    'classes without an end': 'const a: unknown[] = []; for (;;) a.push(class { x = 1; y = 2; m() { return this.x; } });',
    'big integers': 'let n = 3n; for (;;) n *= n;',
  }).map((bomb) => (bomb.name === 'big integers' ? { ...bomb, ends: refused } : bomb)),
  ...bombs(refused, {
    'text that doubles': 'let s = "x"; for (;;) s += s;',
    'text that doubles and is kept': 'const a: string[] = []; let s = "xy"; for (;;) { s = s + s.slice(1); a.push(s.toUpperCase()); }',
    'a text repeated': 'const a: string[] = []; for (let i = 0; ; i++) a.push(`${i}`.padEnd(2 ** 20, "y"));',
    'JSON of what doubles': 'let o: unknown = [1]; for (;;) { o = [o, o]; JSON.stringify(o); }',
    'parsed JSON without an end': 'const t = `[${"[1],".repeat(1e5)}1]`; const a: unknown[] = []; for (;;) a.push(JSON.parse(t));',
    'a list spread into a list': 'let a: number[] = [1, 2, 3]; for (;;) a = [...a, ...a];',
    'arguments without an end': 'let a: number[] = [1, 2, 3]; for (;;) { a = a.concat(a); Math.max(...a); }',
    'a list filled far': 'new Array(2 ** 32 - 1).fill(1);',
    'a list joined': 'new Array(2 ** 31).join("long");',
    'resizable buffers': 'const a: unknown[] = []; for (let i = 0; i < 1e5; i++) a.push(new ArrayBuffer(1, { maxByteLength: 2 ** 30 }));',
    'buffers in a list': 'const a: unknown[] = []; for (;;) a.push(new ArrayBuffer(2 ** 26));',
    'one huge buffer': 'export default new ArrayBuffer(8 * 2 ** 30).byteLength;',
    'shared buffers': 'const a: unknown[] = []; for (;;) a.push(new SharedArrayBuffer(2 ** 26));',
    'typed arrays': 'const a: unknown[] = []; for (;;) a.push(new Float64Array(2 ** 22).fill(1));',
    'formatters of dates': 'const a: unknown[] = []; for (let i = 0; ; i++) a.push(new Intl.DateTimeFormat("en", { timeZone: "UTC" }));',
    'formatters of numbers': 'const a: unknown[] = []; for (;;) a.push(new Intl.NumberFormat("de", { style: "currency", currency: "EUR" }));',
    'collators and segmenters': 'const a: unknown[] = []; for (;;) a.push(new Intl.Collator("sv"), new Intl.Segmenter("ja"));',
    'compiled expressions': 'const a: unknown[] = []; for (let i = 0; ; i++) { const r = new RegExp(`(?:${"a|b".repeat(500)})${i}`); r.test("x"); a.push(r); }',
    'clones of what is large': 'let o: unknown = { a: 1 }; for (;;) { o = [o, structuredClone(o)]; }',
    'web tables': 'const W = (globalThis as any).WebAssembly; const a: unknown[] = []; for (;;) a.push(new W.Table({ element: "anyfunc", initial: 1e7 }));',
    'web memory': 'const W = (globalThis as any).WebAssembly; const a: unknown[] = []; for (;;) a.push(new W.Memory({ initial: 1000 }));',
    'Buffer without an end': 'const a: unknown[] = []; for (;;) a.push(Buffer.alloc(2 ** 22, 1));',
    'headers without an end': 'const h = new Headers(); for (let i = 0; ; i++) h.set(`x-${i}`, "y".repeat(1000));',
    'a file that grows': 'import { appendFile } from "node:fs/promises"; for (;;) await appendFile("/tmp/x", "y".repeat(1e6));',
  }),
];
