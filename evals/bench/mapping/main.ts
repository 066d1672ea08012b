import { cpus } from 'node:os';
import { matchEntities } from '../../../tools/propose-mapping/index.ts';
import type { MappingCase } from '../../dataset/mapping-case.ts';
import { toEntity } from '../../dataset/to-entity.ts';
import { baselines } from '../../matchers/index.ts';
import { largeRecords } from './records.ts';

/** Fields a side, how often each is run before it counts (until the engine has compiled it), and how often it is measured. */
const sizes = [
  { size: 100, warmUp: 100, rounds: 41 },
  { size: 1000, warmUp: 2, rounds: 5 },
];

/** Milliseconds of processor time of this process: other programs of the machine do not count. */
function processorMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

interface Contender {
  readonly name: string;
  readonly prepare: (mappingCase: MappingCase) => () => void;
}

const contenders: readonly Contender[] = [
  {
    name: 'causeway',
    prepare({ source, target }) {
      const [a, b] = [toEntity(source), toEntity(target)];
      return () => void matchEntities(a, b);
    },
  },
  ...baselines.map(
    (matcher): Contender => ({
      name: matcher.name,
      prepare: (mappingCase) => () => void matcher.predict(mappingCase),
    }),
  ),
];

function measure(contender: Contender, { size, warmUp, rounds }: (typeof sizes)[number]): number {
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const { source, target } = largeRecords(size, round + warmUp);
    const run = contender.prepare({
      id: 'bench',
      domain: '',
      source,
      target,
      gold: [],
      ignore_targets: [],
      source_fields_complete: true,
      target_fields_complete: true,
    });
    const ms = processorMs(run);
    if (round >= 0) times.push(ms);
  }
  return median(times);
}

const say = (text: string) => process.stdout.write(`${text}\n`);
say(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}. Median processor time, warm, one thread; every\n` +
    'round compares other fields. The baselines compare names only; causeway also proposes transforms and reasons.\n',
);
say(`| fields | ${contenders.map(({ name }) => name).join(' | ')} | causeway / coma |`);
say(`|---|${'---:|'.repeat(contenders.length + 1)}`);
for (const one of sizes) {
  const times = contenders.map((contender) => measure(contender, one));
  const [ours = Number.NaN, coma = Number.NaN] = ['causeway', 'coma'].map(
    (wanted) => times[contenders.findIndex(({ name }) => name === wanted)],
  );
  const cells = times.map((ms) => `${ms.toFixed(ms < 100 ? 1 : 0)} ms`);
  say(`| ${one.size} x ${one.size} | ${cells.join(' | ')} | ${(ours / coma).toFixed(2)} |`);
}
