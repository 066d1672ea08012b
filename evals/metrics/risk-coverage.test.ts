import { expect, test } from 'vitest';
import { riskCoverage } from './risk-coverage.ts';

test('error as less sure rows are taken too; equal confidences at once', () => {
  const rows = [
    { confidence: 0.5, right: false },
    { confidence: 0.9, right: true },
    { confidence: 0.7, right: true },
    { confidence: 0.7, right: false },
  ];
  expect(riskCoverage(rows)).toStrictEqual({
    points: [
      { coverage: 0.25, error: 0 },
      { coverage: 0.75, error: 0.3333 },
      { coverage: 1, error: 0.5 },
    ],
    // (0 + ⅓ + ⅓ + ½) / 4
    area: 0.2917,
  });
  expect(riskCoverage([])).toStrictEqual({ points: [], area: null });
});

test('many rows give twenty points', () => {
  const rows = Array.from({ length: 1000 }, (_, at) => ({ confidence: at / 1000, right: at > 500 }));
  const { points } = riskCoverage(rows);
  expect([points.length, points[0], points.at(-1)]).toStrictEqual([
    20,
    { coverage: 0.05, error: 0 },
    { coverage: 1, error: 0.501 },
  ]);
});
