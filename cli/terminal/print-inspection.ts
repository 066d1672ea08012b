import type { Inspection } from '../commands/inspect.ts';
import { styled } from './piece.ts';
import { say, sayLines } from './print.ts';
import { table } from './table.ts';

/** What `inspect` found, for people. */
export function printInspection(found: Inspection): void {
  say(styled('bold', `${found.title} ${found.version}`), styled('dim', `  ${found.system}, ${found.format}`));
  for (const { code, message } of found.warnings) say(styled('yellow', `! ${code}: ${message}`));
  const { entity } = found;
  if (entity === null) {
    sayLines(
      table(
        found.entities.map(({ name, operations, fieldCount }) => [
          name,
          `${fieldCount} fields`,
          Object.keys(operations).join(' '),
        ]),
        90,
      ),
    );
    for (const [name, findings] of Object.entries(found.patterns)) {
      for (const { kind, evidence, confidence } of findings)
        say(`${name}: ${kind} (${Math.round(confidence * 100)} %, ${evidence})`);
    }
    return;
  }
  say(
    `${entity.name}: ${entity.fields.length} fields, id ${entity.idField ?? 'unknown'}, natural keys ${entity.naturalKeys.join(', ') || 'none'}`,
  );
  for (const { code, message } of entity.warnings) say(styled('yellow', `! ${code}: ${message}`));
  const flags = (field: (typeof entity.fields)[number]) =>
    [
      field.required && 'required',
      field.readOnly && 'read-only',
      field.deprecated && 'deprecated',
      field.enum.length > 0 && `${field.enum.length} values`,
    ]
      .filter(Boolean)
      .join(' ');
  sayLines(
    table(
      entity.fields.map((field) => [
        field.path,
        field.type + (field.format === null ? '' : ` (${field.format})`),
        flags(field),
        field.label ?? '',
      ]),
    ),
  );
}
