import type { StepReport } from '../../agent/index.ts';
import { stepsMessage } from '../blocks/steps.ts';
import type { Desk } from '../desk.ts';
import { LiveMessage } from '../live-message.ts';
import type { Thread } from '../thread.ts';

/**
 * Shows a run's steps in one message during `work`, and its last state under another title. Work that fails before
 * its first step shows none: its error says enough.
 */
export async function withStepsFeed<T>(
  desk: Desk,
  thread: Thread,
  about: { readonly doing: string; readonly done: string; readonly sentence: string },
  work: (onStep: (report: StepReport) => void) => Promise<T>,
): Promise<T> {
  const live = new LiveMessage(thread, desk.interval, (error) => desk.warn(error));
  const steps = new Map<string, StepReport>();
  const show = (title: string) => live.show(stepsMessage(title, about.sentence, [...steps.values()]));
  let title = 'Stopped';
  try {
    const result = await work((report) => {
      steps.set(report.name, report);
      show(about.doing);
    });
    title = about.done;
    return result;
  } finally {
    if (steps.size > 0) show(title);
    await live.settled();
  }
}
