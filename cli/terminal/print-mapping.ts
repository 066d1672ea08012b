import { type Mapping, showConfidence } from '../../tools/model/index.ts';
import { styled } from './piece.ts';
import { say, sayLines } from './print.ts';
import { table } from './table.ts';

/** A mapping as a table, then what is open about it. */
export function printMapping(mapping: Mapping): void {
  const { source, target } = mapping;
  say(styled('bold', `${source.system} ${source.entity} → ${target.system} ${target.entity}`));
  sayLines(
    table(
      mapping.rows.map((row) => [
        row.target,
        `← ${row.sources.join(' + ') || '(constant)'}`,
        row.transform.kind,
        showConfidence(row.confidence),
        row.status,
      ]),
    ),
  );
  for (const key of mapping.matchKeys) say(`same record when ${key.source} = ${key.target}`);
  for (const gap of mapping.unmappedRequired)
    say(styled('red', `! ${gap.target} is required and has no source: ${gap.why}`));
  for (const clash of mapping.incompatibilities)
    say(styled('yellow', `! ${clash.target} ← ${clash.source}: ${clash.message}`));
  for (const { target: path, candidates } of mapping.suggestions ?? []) {
    const named = candidates.map(({ source: from, confidence }) => `${from} (${showConfidence(confidence)})`);
    say(`? ${path} has no row; it may come from ${named.join(', ')}`);
  }
  say(
    `${mapping.rows.length} rows; ${mapping.unmappedTargets.length} target fields without a source; ${mapping.unusedSources.length} source fields unused`,
  );
}
