import type { StepReport } from '../../agent/index.ts';
import { code, escapeMrkdwn } from '../text/escape.ts';
import type { BlockMessage } from './block-message.ts';
import { header, section, sections } from './parts.ts';

const titles: Readonly<Record<string, string>> = {
  fetch_spec: 'Read the API description',
  infer_schema: 'Read the record type',
  propose_mapping: 'Propose a mapping',
  review_mapping: 'Apply the review',
  generate_code: 'Generate the connector',
  run_tests: 'Run its tests in the sandbox',
  open_pr: 'Open the pull request',
};
const marks = { running: ':hourglass_flowing_sand:', done: ':white_check_mark:', failed: ':x:' } as const;

/** The message that shows a run as it goes: one line per step, in the order they began. */
export function stepsMessage(title: string, request: string, steps: readonly StepReport[]): BlockMessage {
  const lines = steps.map(stepLine);
  const last = steps.at(-1);
  return {
    text: `${escapeMrkdwn(title)}${last === undefined ? '' : `: ${titleOf(last.name)}`}`,
    blocks: [
      header(title),
      section(`> ${escapeMrkdwn(request)}`),
      ...(lines.length === 0 ? [section(`${marks.running} Starting`)] : sections(lines, 40)),
    ],
  };
}

function stepLine({ name, status, ms, text }: StepReport): string {
  const time = status === 'done' && ms > 0 ? ` _${(ms / 1000).toFixed(1)} s_` : '';
  // A failure's words stand in the error message, where they are checked for secrets.
  const said = status === 'done' && text !== '' ? ` – ${escapeMrkdwn(text, 160)}` : '';
  return `${marks[status]} ${titleOf(name)}${time}${said}`;
}

function titleOf(name: string): string {
  const [tool = '', ...about] = name.split(' ');
  const title = titles[tool];
  if (title === undefined) return escapeMrkdwn(name, 80);
  return about.length === 0 ? title : `${title} ${code(about.join(' '), 80)}`;
}
