import { bombs } from './bomb.ts';

/** Bombs that overflow the stack. Where the engine throws, the module ends like any other that throws. */
export const stackBombs = bombs(['error', 'timeout', 'memory', 'crash'], {
  'a function of itself': 'const f = (): number => 1 + f(); f();',
  'two functions of each other': 'function a(): void { b(); } function b(): void { a(); } a();',
  'a getter of itself': 'const o = { get x(): unknown { return this.x; } }; o.x;',
  'a proxy of itself': 'const p: any = new Proxy({}, { get: (_t, k) => p[k] }); p.x;',
  'a chain of proxies': 'let p: any = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); p.x;',
  'a deep list made flat': 'let a: unknown[] = []; for (let i = 0; i < 1e5; i++) a = [a]; a.flat(Infinity);',
  'a deep list as text': 'let a: unknown[] = []; for (let i = 0; i < 1e5; i++) a = [a]; String(a);',
  'a deep list as JSON': 'let a: unknown[] = []; for (let i = 0; i < 1e5; i++) a = [a]; JSON.stringify(a);',
  'deep JSON read': 'JSON.parse("[".repeat(1e6));',
  'a deep expression compiled': 'new RegExp("(".repeat(1e5) + ")".repeat(1e5));',
  'deep source compiled': 'new Function("[".repeat(1e5) + "]".repeat(1e5));',
  'a deep value': 'let a: unknown[] = []; for (let i = 0; i < 1e5; i++) a = [a]; export default a;',
  'a class that extends for ever': 'let c: any = class {}; for (let i = 0; i < 1e5; i++) { const d = c; c = class extends d {}; } new c();',
  'bound functions around each other': 'let f: any = () => 1; for (let i = 0; i < 1e6; i++) f = f.bind(null); f();',
});

/** Bombs that say too much. */
export const outputBombs = bombs(['output'], {
  'lines without an end': 'for (let i = 0; i < 1e8; i++) console.log("line", i);',
  'lines whose refusal is swallowed': 'for (;;) try { console.log("x".repeat(1000)); } catch {}',
  'warnings without an end': 'for (;;) console.warn("x".repeat(1000));',
  'a huge value': 'export default "x".repeat(10_000_000);',
});

/** Bombs that are too much to say, and take time to say: which comes first depends on the machine. */
export const longBombs = bombs(['output', 'timeout'], {
  'a value of many parts': 'export default new Array(300_000).fill({ a: 1 });',
});

/** Modules that wait for what cannot happen, and ends of other kinds. */
export const quietBombs = [
  ...bombs(['stuck'], {
    'a promise that never settles': 'await new Promise(() => {});',
    'a promise of itself': 'const p: Promise<unknown> = new Promise((r) => queueMicrotask(() => r(p))).catch(() => new Promise(() => {})); await p;',
    'a race of nothing': 'await Promise.race([]);',
    'a lock that nobody opens': 'await (Atomics as any).waitAsync(new Int32Array(new SharedArrayBuffer(4)), 0, 0).value;',
    'a thenable without an answer': 'export default { then() {} };',
  }),
  ...bombs(['error'], {
    'a rejection': 'await Promise.reject(new Error("no"));',
    'a thrown nothing': 'throw undefined;',
    'a thrown proxy': 'throw new Proxy(new Error("x"), { get() { throw new Error("trap"); } });',
    'an error whose message throws': 'throw Object.defineProperty(new Error(), "message", { get() { throw 1; } });',
    'a huge message': 'throw new Error("x".repeat(1e6));',
    'an import that is not there': 'await import(["no", "where"].join(""));',
    'exit': 'process.exit(0);',
    'abort': '(process as any).abort();',
    'kill': '(process as any).kill((process as any).pid, "SIGKILL");',
  }),
];
