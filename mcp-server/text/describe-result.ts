import { type ConnectResult, type Question, sayTests } from '../../agent/index.ts';
import { oneLine } from '../../tools/core/index.ts';
import type { Mapping } from '../../tools/model/index.ts';
import { mappingTable } from './mapping-table.ts';

/** Most questions that are shown; all are in the structured result. */
const shownQuestions = 20;
const shownConversions = 10;

/**
 * A result for the person behind the client: what is proposed, what is open, and what to do next. `mapping` is the one
 * the result names, `threshold` the run's.
 */
export function describeResult(result: ConnectResult, mapping: Mapping | null, threshold: number): string {
  const { run, status, source, target, mapping: counts, notes } = result;
  const pair = `${source.system} ${source.entity} → ${target.system} ${target.entity}`;
  const parts = [
    status === 'waiting'
      ? `Run ${run} waits for an approval: ${pair}. Nothing has been pushed.`
      : `Run ${run} is ${status}: ${pair}.`,
    delivered(result),
  ];
  if (status === 'waiting' && counts !== null) parts.push(nextStep(run, counts.id, threshold));
  parts.push(
    list(
      'Decided for you',
      notes.map((note) => oneLine(note)),
    ),
  );
  parts.push(questions(result.questions));
  if (counts !== null && mapping !== null) {
    const { id, rows, approved, open } = counts;
    parts.push(
      `Mapping ${id}: ${rows} rows, ${approved} approved, ${open} open.`,
      mappingTable(mapping),
      conversions(mapping),
    );
  }
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Said before the table, so that truncation never takes it. */
function nextStep(run: string, mapping: string, threshold: number): string {
  const call = JSON.stringify({ run, mapping });
  return [
    'Show the mapping and the open questions to the person. After their yes, call approve:',
    call,
    `It approves the rows of confidence ${threshold.toFixed(2)} or more and leaves the others out of the code, as open questions in the pull request. "rows": [{ "target", "status": "approved" | "edited" | "rejected", "sources"?, "transform"? }] decides single rows. reject ${JSON.stringify({ run })} ends the run.`,
  ].join('\n');
}

function delivered({ status, pullRequest, tests }: ConnectResult): string {
  if (status !== 'done') return '';
  const proof = `Tests: ${sayTests(tests)}.`;
  if (pullRequest === null) return proof;
  const { kind, title, branch, base, url, bodyFile, files } = pullRequest;
  const place = url ?? (bodyFile === null ? '' : `description in ${bodyFile}`);
  return [
    `Pull request (${kind}): ${oneLine(title)}`,
    `Branch ${branch} into ${base}, ${files.length} files${place === '' ? '' : `; ${place}`}`,
    proof,
  ].join('\n');
}

function questions(open: readonly Question[]): string {
  const lines = open.slice(0, shownQuestions).map(({ text, options, default: assumed }) => {
    const choice =
      options.length === 0 ? '' : ` (${options.map((option) => oneLine(option, 80)).join(' / ')})`;
    return `${oneLine(text)}${choice}${assumed === null ? '' : `; assumed: ${oneLine(assumed, 80)}`}`;
  });
  const rest = open.length - lines.length;
  return list('Open questions', rest > 0 ? [...lines, `and ${rest} more`] : lines);
}

/** What a mapped field loses or may refuse. */
function conversions({ incompatibilities }: Mapping): string {
  const lines = incompatibilities
    .slice(0, shownConversions)
    .map(
      ({ source, target, message, lossy }) =>
        `${oneLine(source, 120)} → ${oneLine(target, 120)}: ${oneLine(message)}${lossy ? ' (lossy)' : ''}`,
    );
  const rest = incompatibilities.length - lines.length;
  return list('Conversions to look at', rest > 0 ? [...lines, `and ${rest} more`] : lines);
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${title}:`, ...lines.map((line) => `- ${line}`)].join('\n');
}
