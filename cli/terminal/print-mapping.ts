import type { Mapping } from '../../tools/model/index.ts';
import { plain, say, styled } from './print.ts';
import { table } from './table.ts';

/** A mapping as a table, then what is open about it. */
export function printMapping(mapping: Mapping): void {
  const { source, target } = mapping;
  say(styled('bold', `${source.system} ${source.entity} → ${target.system} ${target.entity}`));
  say(
    table(
      mapping.rows.map((row) => [
        row.target,
        `← ${row.sources.join(' + ') || '(constant)'}`,
        row.transform.kind,
        row.confidence.toFixed(2),
        row.status,
      ]),
    ),
  );
  for (const key of mapping.matchKeys) say(plain(`same record when ${key.source} = ${key.target}`));
  for (const gap of mapping.unmappedRequired)
    say(styled('red', plain(`! ${gap.target} is required and has no source: ${gap.why}`)));
  for (const clash of mapping.incompatibilities)
    say(styled('yellow', plain(`! ${clash.target} ← ${clash.source}: ${clash.message}`)));
  say(
    `${mapping.rows.length} rows; ${mapping.unmappedTargets.length} target fields without a source; ${mapping.unusedSources.length} source fields unused`,
  );
}
