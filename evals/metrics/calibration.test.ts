import { expect, test } from 'vitest';
import { autoApproval, brierScore, expectedCalibrationError } from './calibration.ts';

const rows = [
  { confidence: 0.95, right: true },
  { confidence: 0.95, right: true },
  { confidence: 0.85, right: false },
  { confidence: 0.85, right: true },
  { confidence: 1, right: true },
];

test('expected calibration error', () => {
  // Bin .9: three rows, all right, mean said 2.9 / 3. Bin .8: two rows, half right, said .85.
  expect(expectedCalibrationError(rows)).toBeCloseTo((3 / 5) * (1 - 2.9 / 3) + (2 / 5) * 0.35, 12);
  expect(expectedCalibrationError([])).toBeNull();
});

test('Brier score', () => {
  expect(brierScore(rows)).toBeCloseTo((0.05 ** 2 * 2 + 0.85 ** 2 + 0.15 ** 2 + 0) / 5, 12);
  expect(brierScore([])).toBeNull();
});

test('auto-approval takes the smallest threshold that is precise enough; equal confidences stand together', () => {
  expect(autoApproval(rows, 0.95)).toStrictEqual({ threshold: 0.95, precision: 1, share: 3 / 5 });
  expect(autoApproval(rows, 0.8)).toStrictEqual({ threshold: 0.85, precision: 4 / 5, share: 1 });
  expect(autoApproval([{ confidence: 0.9, right: false }], 0.95)).toStrictEqual({
    threshold: null,
    precision: null,
    share: 0,
  });
});
