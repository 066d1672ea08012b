import { confirm, select } from '@inquirer/prompts';
import type { Approval, Question, RowDecision } from '../../agent/index.ts';
import { OutsideError } from '../../tools/core/index.ts';
import { type Mapping, type MappingRow, showConfidence } from '../../tools/model/index.ts';
import { plain } from './piece.ts';
import { printMapping } from './print-mapping.ts';
import { promptEnded } from './prompt-ended.ts';

/** Where prompts are: stderr, since stdout belongs to results; `signal` ends one that waits. */
export interface PromptPlace {
  readonly signal: AbortSignal;
  readonly input?: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asks one question with its options. Ctrl-C calls `interrupt`, so that the run is left where it is, and rejects. */
export async function askChoice(
  question: Question,
  place: PromptPlace,
  interrupt: () => void,
): Promise<string> {
  try {
    return await select(
      {
        message: plain(question.text),
        choices: question.options.map((option) => ({ name: plain(option), value: option })),
        ...(question.default === null ? {} : { default: question.default }),
      },
      place,
    );
  } catch (thrown) {
    if (!promptEnded(thrown)) throw thrown;
    interrupt();
    throw new OutsideError(
      'cancelled',
      'The question was not answered',
      'Run the same command again to go on; finished steps are not repeated',
      { cause: thrown },
    );
  }
}

/** What a person says of a mapping. */
export type Said = Pick<Approval, 'rows' | 'matchKeys'>;

/**
 * The review gate: the table, one decision per doubtful row, which records are the same where nothing tells, then the yes. Null when the person does not approve, which
 * Ctrl-C says too.
 */
export async function reviewOnTerminal(
  mapping: Mapping,
  threshold: number,
  place: PromptPlace,
): Promise<Said | null> {
  printMapping(mapping);
  try {
    return await review(mapping, threshold, place);
  } catch (thrown) {
    if (promptEnded(thrown)) return null;
    throw thrown;
  }
}

async function review(mapping: Mapping, threshold: number, place: PromptPlace): Promise<Said | null> {
  const doubtful = mapping.rows.filter((row) => row.status === 'proposed' && row.confidence < threshold);
  const decisions: RowDecision[] = [];
  for (const row of doubtful) {
    const decision = await decide(row, place);
    if (decision !== null) decisions.push(decision);
  }
  const matchKeys = await chooseMatchKey(mapping, decisions, place);
  const left = doubtful.length - decisions.length;
  const message = `Approve ${mapping.rows.length - doubtful.length} sure rows and your ${decisions.length} decisions${left > 0 ? `, leaving ${left} open,` : ''} and open the pull request?`;
  if (!(await confirm({ message, default: true }, place))) return null;
  return { rows: decisions, ...(matchKeys === undefined ? {} : { matchKeys }) };
}

/** Asked only where nothing tells which records are the same, and a row that is not rejected could. */
async function chooseMatchKey(
  { matchKeys, matchKeyQuestion: question }: Mapping,
  decisions: readonly RowDecision[],
  place: PromptPlace,
): Promise<Said['matchKeys']> {
  const touched = new Set(
    decisions.filter(({ status }) => status !== 'approved').map(({ target }) => target),
  );
  const pairs = (question?.candidates ?? []).filter(({ target }) => !touched.has(target));
  if (matchKeys.length > 0 || question == null || pairs.length === 0) return undefined;
  const choice = await select<Said['matchKeys'] | null>(
    {
      message: plain(`Which records are the same? ${question.why}`),
      choices: [
        { name: 'leave open', value: null },
        ...pairs.map(({ source, target, confidence }) => ({
          name: plain(`${source} = ${target} (${showConfidence(confidence)})`),
          value: [{ source, target }],
        })),
        { name: 'none: the connector knows only the records it made itself', value: [] },
      ],
    },
    place,
  );
  return choice ?? undefined;
}

async function decide(row: MappingRow, place: PromptPlace): Promise<RowDecision | null> {
  const choice = await select<RowDecision | null>(
    {
      message: plain(
        `${row.target} ← ${row.sources.join(' + ')} (${row.transform.kind}, confidence ${showConfidence(row.confidence)})`,
      ),
      choices: [
        { name: 'leave open', value: null },
        { name: 'approve', value: { target: row.target, status: 'approved' } },
        { name: 'reject', value: { target: row.target, status: 'rejected' } },
        ...row.alternatives.map((other) => ({
          name: plain(
            `use ${other.sources.join(' + ')} (${other.transform.kind}, ${showConfidence(other.confidence)})`,
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
    place,
  );
  return choice;
}
