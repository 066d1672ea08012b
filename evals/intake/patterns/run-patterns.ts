import { parseArgs } from 'node:util';
import { patternNames } from '../../../tools/model/index.ts';
import { loadLabels } from './load-labels.ts';
import { type Measured, measure } from './measure.ts';
import { share, tally } from './score.ts';

/**
 * `[--half dev|test] [--list]` with CAUSEWAY_SPECS set. The table of verdicts by pattern, and with `--list` every cell that
 * is not right with what was said.
 */
export async function patternReport(argv: readonly string[], specs: string): Promise<string> {
  const { values } = parseArgs({
    args: [...argv],
    options: { half: { type: 'string' }, list: { type: 'boolean', default: false } },
  });
  const half = values.half === 'dev' || values.half === 'test' ? values.half : undefined;
  const measured = await measure(await loadLabels(), specs, half === undefined ? ['dev', 'test'] : [half]);
  return [
    `${measured.length} files`,
    ...rows(measured),
    ...(values.list ? measured.flatMap(listOf) : []),
    '',
  ].join('\n');
}

function rows(measured: readonly Measured[]): string[] {
  const tallies = tally(measured.map(({ cells }) => cells));
  const percent = (value: number) => `${(100 * value).toFixed(1).padStart(6)} %`;
  return [...tallies].map(([name, counts]) => {
    const shares = (['right', 'wrong', 'abstained'] as const).map(
      (verdict) => `${verdict} ${String(counts[verdict]).padStart(3)} ${percent(share(counts, verdict))}`,
    );
    return `${name.padEnd(12)} ${shares.join('   ')}`;
  });
}

function listOf({ name, cells, patterns, unlabelled }: Measured): string[] {
  const lines = patternNames
    .filter((pattern) => cells[pattern] !== 'right')
    .map((pattern) => {
      const [first] = patterns[pattern];
      const said =
        first === undefined
          ? ''
          : ` ${first.kind} ${JSON.stringify(first.detail).slice(0, 300)} ${first.evidence.slice(0, 200)}`;
      return `${name} ${pattern}: ${cells[pattern]}${said}`;
    });
  return [...lines, ...(unlabelled.length === 0 ? [] : [`${name} also says ${unlabelled.join(', ')}`])];
}
