import type { StepReport } from '../../agent/index.ts';

/** A run's steps as progress lines: when one begins, and what came of it. */
export function reportStep(progress: (message: string) => void): (step: StepReport) => void {
  return ({ name, status, text }) => {
    if (status === 'running') progress(`${name} …`);
    else progress(status === 'failed' ? `${name} failed: ${text}` : `${name}: ${text}`);
  };
}
