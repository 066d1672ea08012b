import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleCode } from '../../../sandbox/bundle/bundle-code.ts';
import { virtualFiles } from '../../../sandbox/bundle/virtual-files.ts';
import { closeSandbox, TestVariants } from '../../../sandbox/index.ts';
import { SandboxChild } from '../../../sandbox/pool/child.ts';
import { residentMemory } from '../../../sandbox/pool/resident-memory.ts';
import { type Contender, nodeVm, ours, quickJs, vitest, type Workload } from './contenders.ts';

/** `npm run bench:sandbox`: one test file in our sandbox and elsewhere, in one run. */
const folder = join(import.meta.dirname, '../../../sandbox/__fixtures__/connector');
const [warmRounds, slowRounds, suites] = [60, 5, 1_000];

async function workload(): Promise<Workload> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
  const files = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
  const test = names.find((name) => name.endsWith('.test.ts')) ?? '';
  const bundle = await bundleCode(virtualFiles(files), test);
  if ('error' in bundle) throw new Error(bundle.error.message);
  return { files, test, bundle: bundle.code };
}

interface Measured {
  readonly name: string;
  readonly isolation: string;
  readonly passed: number;
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
}

async function measure({ name, isolation, run }: Contender, rounds: number): Promise<Measured> {
  const times: number[] = [];
  let passed = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const started = performance.now();
    passed = await run();
    times.push(performance.now() - started);
  }
  const [first = 0, ...warm] = times;
  return { name, isolation, passed, first, p50: quantile(warm, 0.5), p95: quantile(warm, 0.95) };
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

async function childStart(): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const started = performance.now();
    (await SandboxChild.start()).kill();
    times.push(performance.now() - started);
  }
  return times;
}

const given = await workload();
const children = await childStart();
const measured: Measured[] = [];
for (const make of [
  async () => [ours(given), warmRounds] as const,
  async () => [await nodeVm(given), warmRounds] as const,
  async () => [await quickJs(given), slowRounds] as const,
  async () => [await vitest(folder), slowRounds] as const,
]) {
  const [contender, rounds] = await make();
  measured.push(await measure(contender, rounds));
  await contender.close();
}

const [mine] = measured;
const ms = (value: number): string => value.toFixed(1).padStart(9);
process.stdout.write(`${given.test}, ${mine?.passed} tests; milliseconds\n\n`);
process.stdout.write(
  `${'where'.padEnd(20)}${'first'.padStart(9)}${'p50'.padStart(9)}${'p95'.padStart(9)}  p50 to ours  isolation\n`,
);
for (const { name, isolation, passed, first, p50, p95 } of measured) {
  const ratio = (p50 / (mine?.p50 ?? 1)).toFixed(1).padStart(8);
  const note = passed === mine?.passed ? '' : ` (${passed} tests passed)`;
  process.stdout.write(
    `${name.padEnd(20)}${ms(first)}${ms(p50)}${ms(p95)}  ${ratio} ×   ${isolation}${note}\n`,
  );
}
const [, ...later] = children;
process.stdout.write(
  `\nA new child: first ${children[0]?.toFixed(0)} ms (bundles the runtime), later ${quantile(later, 0.5).toFixed(0)} ms\n`,
);

const variants = new TestVariants(given.files);
const memory = (): number => residentMemory(process.pid) ?? 0;
await variants.run(given.test, { prelude: '' });
const before = memory();
let failed = 0;
for (let suite = 0; suite < suites; suite += 1) {
  const { verdict } = await variants.run(given.test, { prelude: '' });
  if (verdict !== 'ok') failed += 1;
}
process.stdout.write(
  `${suites} suites in a row: ${failed} failed; our process ${before.toFixed(0)} MB before, ${memory().toFixed(0)} MB after\n`,
);
await closeSandbox();
