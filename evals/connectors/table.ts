import { isGood, type PairResult } from './judge-pair.ts';
import type { RunReport } from './judge-run.ts';

/** The results as a Markdown table, with what it adds up to below. */
export function table(results: readonly PairResult[]): string {
  const head = [
    '| pair | rows | found by | own tests | judged by the vendor’s description | in peace | among faults and kills |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  const rows = results.map((result) => {
    if (result.error !== null) return `| ${result.pair} | | | | | ${result.error.replaceAll('|', '/')} | |`;
    const { passed = 0, failed = 0 } = result.tests ?? {};
    const judged = result.judged.map((count) => count ?? '–').join(' / ');
    const tests = `${passed} passed${failed > 0 ? `, ${failed} FAILED` : ''}${result.compiles ? '' : ', does not compile'}`;
    return `| ${result.pair} | ${result.rows} | ${result.key ?? '–'} | ${tests} | ${judged} | ${said(result.clean)} | ${said(result.troubled)} |`;
  });
  const share = (good: (result: PairResult) => boolean) =>
    `${results.filter(good).length} of ${results.length}`;
  return `${[
    ...head,
    ...rows,
    '',
    `Compile and pass their own tests: ${share(({ compiles, tests }) => compiles && tests?.failed === 0)}. ` +
      `In peace nothing lost, doubled, spoiled or refused: ${share(({ clean }) => clean !== null && isGood(clean))}. ` +
      `Among faults and kills: ${share(({ troubled }) => troubled !== null && isGood(troubled))}; ` +
      `nothing doubled or spoiled: ${share(({ troubled }) => troubled !== null && troubled.duplicated + troubled.wrong === 0)}.`,
  ].join('\n')}\n`;
}

function said(run: RunReport | null): string {
  if (run === null) return '';
  const { moved, lost, duplicated, wrong, refusals, ended, injected, kills, seconds } = run;
  const bad = [
    lost > 0 ? `${lost} not there, ${String(ended.summary?.['failed'] ?? '?')} in the dead letters` : '',
    duplicated > 0 ? `${duplicated} DOUBLED` : '',
    wrong > 0 ? `${wrong} WRONG (${run.example})` : '',
    refusals.length > 0 ? `refused: ${refusals[0]}` : '',
    ended.code === 0 ? '' : `exit ${ended.code}`,
  ].filter((part) => part !== '');
  const trouble = injected + kills > 0 ? `, ${injected} faults, ${kills} kills` : '';
  return `${moved} in ${seconds.toFixed(1)} s${trouble}${bad.length > 0 ? `: ${bad.join('; ')}` : ''}`
    .replaceAll('|', '/')
    .replaceAll('\n', ' ');
}
