import type { Entity, EntitySummary, Field } from '../../../tools/model/index.ts';
import type { Label, LabelledField } from './label.ts';

export const marks = ['found', 'type', 'nullable', 'readOnly', 'all', 'required', 'enum'] as const;
export type Mark = (typeof marks)[number];

/** How many of the labels of a kind were met, of how many. */
export interface Share {
  readonly met: number;
  readonly of: number;
}
export type FieldScore = Record<Mark, Share>;

/** What of one labelled field is right; undefined where its label says nothing. */
export function scoreField(label: LabelledField, field: Field | undefined): Partial<Record<Mark, boolean>> {
  const type = field?.type === label.type;
  const nullable = field?.nullable === label.nullable;
  const readOnly = label.readOnly === undefined ? undefined : field?.readOnly === label.readOnly;
  return {
    found: field !== undefined,
    type,
    nullable,
    ...(readOnly === undefined ? {} : { readOnly }),
    all: type && nullable && readOnly !== false,
    ...(label.required === undefined ? {} : { required: field?.required === label.required }),
    ...(label.enum === undefined ? {} : { enum: field?.enum.length === label.enum }),
  };
}

/** The labelled fields of one record type against what was read of it; undefined when it was not found. */
export function scoreRecord(fields: readonly LabelledField[], entity: Entity | undefined) {
  const known = new Map(entity?.fields.map((field) => [field.path, field]));
  const scored = fields.map((label) => ({
    label,
    field: known.get(label.path),
    marks: scoreField(label, known.get(label.path)),
  }));
  return {
    score: add(scored.map(({ marks }) => marks)),
    wrong: scored.filter(({ marks: { all } }) => all !== true),
  };
}

function add(scored: readonly Partial<Record<Mark, boolean>>[]): FieldScore {
  const share = (mark: Mark): Share => {
    const said = scored.map((one) => one[mark]).filter((value) => value !== undefined);
    return { met: said.filter(Boolean).length, of: said.length };
  };
  return Object.fromEntries(marks.map((mark) => [mark, share(mark)])) as FieldScore;
}

/** Sums scores mark by mark. */
export function total(scores: readonly FieldScore[]): FieldScore {
  const sum = (mark: Mark): Share => ({
    met: scores.reduce((count, score) => count + score[mark].met, 0),
    of: scores.reduce((count, score) => count + score[mark].of, 0),
  });
  return Object.fromEntries(marks.map((mark) => [mark, sum(mark)])) as FieldScore;
}

/** The labelled record types that are not listed, by name or alias. */
export function missedEntities(label: Label, listed: readonly EntitySummary[]): string[] {
  const names = new Set(listed.flatMap(({ name, aliases }) => [name, ...aliases]).map(plain));
  return label.entities.filter((name) => !names.has(plain(name)));
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** As a number from 0 to 1; 1 when there is nothing to meet. */
export function ratio({ met, of }: Share): number {
  return of === 0 ? 1 : met / of;
}
