import type { Mapping } from '../../tools/model/index.ts';
import { code, escapeMrkdwn } from '../text/escape.ts';
import type { BlockMessage } from './block-message.ts';
import { context, header, listSection, section } from './parts.ts';
import { type ReviewState, type ReviewValue, reviewBlock } from './review.ts';
import { doubtfulLine, rowLine } from './row-line.ts';

export interface MappingSummary {
  readonly value: ReviewValue;
  readonly mapping: Mapping;
  /** Rows at or above it are taken by an approval; 0..1. */
  readonly threshold: number;
  /** Decisions made on the way, in plain words. */
  readonly notes: readonly string[];
  readonly state: ReviewState;
}

/**
 * The mapping for review: what is missing first, then what is doubtful, what goes where, what loses something, and
 * the buttons.
 */
export function mappingSummary({ value, mapping, threshold, notes, state }: MappingSummary): BlockMessage {
  const live = mapping.rows.filter((row) => row.status !== 'rejected');
  const sure = live.filter((row) => row.status !== 'proposed' || row.confidence >= threshold);
  const doubtful = live.filter((row) => !sure.includes(row)).sort((a, b) => a.confidence - b.confidence);
  const title = `${sideName(mapping.source)} → ${sideName(mapping.target)}`;
  const counts = [
    `${sure.length} sure`,
    `${doubtful.length} to check`,
    `${mapping.unmappedRequired.length} required without a source`,
  ].join(', ');
  const inPr = 'all in the pull request';
  return {
    text: escapeMrkdwn(`Mapping ${title}: ${counts}`),
    blocks: [
      header(title),
      section(`*${counts}*`, ...notes.slice(0, 5).map((note) => `• ${escapeMrkdwn(note, 400)}`)),
      ...listSection(':warning: Required, without a source', mapping.unmappedRequired.map(gapLine), inPr),
      ...listSection(':mag: Please check', doubtful.map(doubtfulLine), inPr),
      ...listSection('What goes where', sure.map(rowLine), inPr),
      ...listSection(
        'What does not fit',
        mapping.incompatibilities.map(
          (one) =>
            `${code(one.source)} → ${code(one.target)}: ${escapeMrkdwn(one.message, 200)}${one.lossy ? ' (may lose data)' : ''}`,
        ),
        inPr,
      ),
      context(footing(mapping, threshold, doubtful.length)),
      reviewBlock(value, sure.length, state),
    ],
  };
}

function sideName(side: { system: string; entity: string }): string {
  return `${side.system} ${side.entity}`;
}

function gapLine(gap: Mapping['unmappedRequired'][number]): string {
  const candidates = gap.candidates
    .slice(0, 3)
    .map((path) => code(path))
    .join(', ');
  return `${code(gap.target)}: ${escapeMrkdwn(gap.why, 200)}${candidates === '' ? '' : `; candidates: ${candidates}`}`;
}

/** What comes nearest to a key, as a question. */
function nearest({ matchKeyQuestion }: Mapping): string {
  const pairs = (matchKeyQuestion?.candidates ?? []).map(
    (one) => `${code(one.source)} = ${code(one.target)}`,
  );
  return pairs.length === 0 ? '' : ` Could it be ${pairs.join(' or ')}?`;
}

function footing(mapping: Mapping, threshold: number, doubtful: number): string {
  const keys = mapping.matchKeys.slice(0, 3).map((key) => `${code(key.source)} = ${code(key.target)}`);
  const matched =
    keys.length === 0
      ? `No key matches records yet.${nearest(mapping)}`
      : `Records match by ${keys.join(', ')}.`;
  const left =
    doubtful === 0
      ? ''
      : ` Rows under ${Math.round(threshold * 100)}% are left out of the code and listed as open questions.`;
  return `${matched}${left}`;
}
