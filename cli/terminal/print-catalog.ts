import type { CatalogLine } from '../../tools/fetch-spec/index.ts';
import { styled } from './piece.ts';
import { say, sayLines } from './print.ts';
import { table } from './table.ts';

/** The catalog, for people: one line a system. */
export function printCatalog(systems: readonly CatalogLine[]): void {
  const fields = (line: CatalogLine) => line.entities.reduce((sum, entity) => sum + entity.fields, 0);
  sayLines(
    table(
      systems.map((line) => [
        line.system,
        line.title,
        line.depth === 'facts' ? `${fields(line)} fields` : 'outline',
        line.entities.map(({ name }) => name).join(' '),
        line.from === 'bundled' ? '' : line.from,
      ]),
      60,
    ),
  );
  const facts = systems.filter(({ depth }) => depth === 'facts').length;
  say(
    styled(
      'dim',
      `${systems.length} systems: ${facts} with their fields, ${systems.length - facts} by outline (their fields come from the published description).`,
    ),
  );
}
