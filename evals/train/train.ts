import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { calibrationNames, contextNames, signalNames } from '../../tools/propose-mapping/index.ts';
import { loadDatasets } from '../dataset/load-datasets.ts';
import { type CaseQuestions, collect } from './collect.ts';
import { fitLogistic, type Judged } from './fit-logistic.ts';
import { fitRanking } from './fit-ranking.ts';
import { type TopProposal, topProposals } from './standings.ts';

/**
 * Fits the matcher's figures on mapping cases and writes `model.json`:
 * `node evals/train/train.ts --cases DIR [--write]`. Says the accuracy on providers that were left out.
 */
const { values } = parseArgs({
  options: { cases: { type: 'string', multiple: true }, write: { type: 'boolean' } },
});
const say = (text: string) => process.stderr.write(`${text}\n`);

const datasets = (await Promise.all((values.cases ?? []).map(loadDatasets))).flat();
const all = collect(datasets);
const folds = foldsOf(all, 10);
const heldOut = folds.map((fold) => {
  const weights = fitRanking(all.filter((one) => !fold.includes(one)));
  return fold.map((one) => ({ one, tops: topProposals(one, weights) }));
});
const judgedTops = heldOut.flat();
const report = new Map<string, { right: number; cases: number }>();
for (const { one, tops } of judgedTops) {
  const answered = tops.filter((top) => top.answered);
  if (answered.length === 0) continue;
  const entry = report.get(one.dataset) ?? { right: 0, cases: 0 };
  entry.right += answered.filter(({ rank }) => rank === 1).length / answered.length;
  entry.cases += 1;
  report.set(one.dataset, entry);
}
for (const [name, { right, cases }] of report)
  say(`${name}: accuracy@1 ${(right / cases).toFixed(3)} (left out)`);

// The calibration learns from proposals that the ranking made without having seen their provider.
const calibration = fitLogistic(judgedTops.flatMap(({ tops }) => toJudged(tops)));
const weights = fitRanking(all);
if (values.write === true) {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const model = {
    trained: `evals/train on ${datasets.map(({ name, cases }) => `${name} (${cases.length})`).join(', ')}`,
    weights: Object.fromEntries(signalNames.map((name, at) => [name, round(weights.own[at] ?? 0)])),
    context: Object.fromEntries(contextNames.map((name, at) => [name, round(weights.context[at] ?? 0)])),
    calibration: {
      bias: round(calibration.at(-1) ?? 0),
      weights: Object.fromEntries(calibrationNames.map((name, at) => [name, round(calibration[at] ?? 0)])),
    },
    threshold: 0.5,
  };
  const file = new URL('../../tools/propose-mapping/score/model.json', import.meta.url);
  await writeFile(file, `${JSON.stringify(model, null, 2)}\n`);
  say(`wrote ${file.pathname}`);
}

function toJudged(tops: readonly TopProposal[]): Judged[] {
  const judged = tops.filter((top) => top.judged);
  return judged.map(({ inputs, rank }) => ({
    inputs,
    right: rank === 1,
    weight: 1 / Math.sqrt(judged.length),
  }));
}

/** All cases of one provider are in one fold. */
function foldsOf(cases: readonly CaseQuestions[], count: number): CaseQuestions[][] {
  const providers = [...new Set(cases.map(({ provider }) => provider))].sort();
  const made: CaseQuestions[][] = Array.from({ length: count }, () => []);
  for (const one of cases) made[providers.indexOf(one.provider) % count]?.push(one);
  return made;
}
