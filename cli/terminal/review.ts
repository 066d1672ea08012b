import { confirm, select } from '@inquirer/prompts';
import type { Question, RowDecision } from '../../agent/index.ts';
import type { Mapping, MappingRow } from '../../tools/model/index.ts';
import { plain } from './print.ts';
import { printMapping } from './print-mapping.ts';

/** Prompts go to stderr: stdout belongs to results. */
const context = { output: process.stderr };

/** Asks one question with its options. */
export function askChoice(question: Question): Promise<string> {
  return select(
    {
      message: plain(question.text),
      choices: question.options.map((option) => ({ name: plain(option), value: option })),
      ...(question.default === null ? {} : { default: question.default }),
    },
    context,
  );
}

/** The review gate: the table, one decision per doubtful row, then the yes. Null when the person does not approve. */
export async function reviewOnTerminal(mapping: Mapping, threshold: number): Promise<RowDecision[] | null> {
  printMapping(mapping);
  const doubtful = mapping.rows.filter((row) => row.status === 'proposed' && row.confidence < threshold);
  const decisions: RowDecision[] = [];
  for (const row of doubtful) {
    const decision = await decide(row);
    if (decision !== null) decisions.push(decision);
  }
  const left = doubtful.length - decisions.length;
  const message = `Approve ${mapping.rows.length - doubtful.length} sure rows and your ${decisions.length} decisions${left > 0 ? `, leaving ${left} open,` : ''} and open the pull request?`;
  return (await confirm({ message, default: true }, context)) ? decisions : null;
}

async function decide(row: MappingRow): Promise<RowDecision | null> {
  const choice = await select<RowDecision | null>(
    {
      message: plain(
        `${row.target} ← ${row.sources.join(' + ')} (${row.transform.kind}, confidence ${row.confidence.toFixed(2)})`,
      ),
      choices: [
        { name: 'leave open', value: null },
        { name: 'approve', value: { target: row.target, status: 'approved' } },
        { name: 'reject', value: { target: row.target, status: 'rejected' } },
        ...row.alternatives.map((other) => ({
          name: plain(
            `use ${other.sources.join(' + ')} (${other.transform.kind}, ${other.confidence.toFixed(2)})`,
          ),
          value: {
            target: row.target,
            status: 'edited' as const,
            sources: other.sources,
            transform: other.transform,
          },
        })),
      ],
    },
    context,
  );
  return choice;
}
