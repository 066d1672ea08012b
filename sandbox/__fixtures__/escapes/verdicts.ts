/** Test files that try to be called passed, or to leave something behind. Each has one test that must fail. */
export const forgedVerdicts: Readonly<Record<string, string>> = {
  'JSON.stringify is replaced': 'JSON.stringify = () => "{}"; test("x", () => { expect(1).toBe(2); });',
  'push is replaced': 'try { Array.prototype.push = () => 0; } catch {} test("x", () => { expect(1).toBe(2); });',
  'Promise.race is replaced': 'try { Promise.race = (async () => 1) as never; } catch {} test("x", async () => { expect(1).toBe(2); });',
  'then is replaced': 'try { Promise.prototype.then = function () { return this; } as never; } catch {} test("x", async () => { expect(1).toBe(2); });',
  'the runner’s report is overwritten': '(globalThis as any).__report = () => "[]"; (globalThis as any).__sandboxReport = 1; test("x", () => { expect(1).toBe(2); });',
  'expect is replaced': 'try { (globalThis as any).__sandboxModules.vitest.expect = () => ({ toBe() {} }); } catch {} test("x", () => { expect(1).toBe(2); });',
  'a matcher is replaced': 'try { Object.getPrototypeOf(expect(1)).toBe = () => {}; } catch {} expect.extend?.({ toBe: () => ({ pass: true, message: () => "" }) }); test("x", () => { expect(1).toEqual(2); });',
  'the error lies about itself': 'test("x", () => { const e = new Error("x"); Object.defineProperty(e, "message", { get() { throw 1; } }); throw e; });',
  'the error is nothing': 'test("x", () => { throw undefined; });',
  'the error says that it is a skip': 'test("x", () => { throw Object.assign(new Error("Skip"), { name: "Skip", constructor: { name: "Skip" } }); });',
  'no assertion is made': 'test("x", () => {});',
  'the process exits': 'test("x", () => { (process as any).exit(0); });',
  'a timer throws later': 'test("x", async () => { setTimeout(() => { throw new Error("later"); }, 5); await new Promise((r) => setTimeout(r, 50)); expect(1).toBe(1); });',
  'a hook fails': 'beforeEach(() => { throw new Error("hook"); }); test("x", () => { expect(1).toBe(1); });',
  'setters on the prototype of objects': 'try { Object.defineProperty(Object.prototype, "status", { set() {}, get: () => "passed" }); } catch {} test("x", () => { expect(1).toBe(2); });',
};
