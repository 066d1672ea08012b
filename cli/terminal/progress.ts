import { createLogUpdate } from 'log-update';
import type { StepReport } from '../../agent/index.ts';
import { visible } from '../../tools/core/index.ts';
import { type Piece, rendered, styled } from './piece.ts';
import { say } from './print.ts';

export interface Progress {
  readonly onStep: (report: StepReport) => void;
  /** Ends the live list; lines said afterwards stand below it. */
  readonly stop: () => void;
  /** The same function, with the live list standing still while it asks. */
  readonly paused: <A extends unknown[], T>(ask: (...args: A) => Promise<T>) => (...args: A) => Promise<T>;
}

/** Steps as they happen: a live list on a terminal, one plain line per finished step elsewhere. */
export function showProgress(): Progress {
  return process.stderr.isTTY ? liveList() : plainLines();
}

function plainLines(): Progress {
  return {
    onStep: (report) => {
      if (report.status !== 'running') say(...line(report));
    },
    stop: () => {},
    paused: (ask) => ask,
  };
}

function liveList(): Progress {
  const update = createLogUpdate(process.stderr);
  const steps = new Map<string, StepReport>();
  const started = new Map<string, number>();
  const draw = () => {
    const lines = [...steps.values()].map((report) =>
      report.status === 'running'
        ? line({ ...report, ms: performance.now() - (started.get(report.name) ?? 0) })
        : line(report),
    );
    update(lines.map(rendered).join('\n'));
  };
  let timer = setInterval(draw, 100);
  const stop = () => {
    clearInterval(timer);
    update.done();
  };
  return {
    onStep: (report) => {
      if (report.status === 'running') started.set(report.name, performance.now());
      steps.set(report.name, report);
      draw();
    },
    stop,
    paused:
      (ask) =>
      async (...args) => {
        stop();
        steps.clear();
        try {
          return await ask(...args);
        } finally {
          timer = setInterval(draw, 100);
        }
      },
  };
}

const marks = { running: '…', done: '✓', failed: '✗' } as const;
const colours = { running: 'cyan', done: 'green', failed: 'red' } as const;

function line({ name, status, ms, text }: StepReport): Piece[] {
  const time = `${Math.round(ms)} ms`.padStart(8);
  const first = visible(text).split('\n')[0]?.slice(0, 160).trimEnd() ?? '';
  return [
    styled(colours[status], marks[status]),
    ` ${name.padEnd(40)} `,
    styled('dim', time),
    ...(first === '' ? [] : [`  ${first}`]),
  ];
}
