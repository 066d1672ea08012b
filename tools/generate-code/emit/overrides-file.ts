import type { Plan } from '../plan/plan.ts';
import type { GeneratedFile } from './generated-file.ts';
import { commentText } from './literal.ts';

/** `overrides.ts`: the file that belongs to people. */
export function emitOverrides({ source, target, byHand }: Plan): GeneratedFile {
  const draft = `${target.recordType}Draft`;
  const tasks = byHand.map((row) => {
    const note = row.transform.kind === 'expression' ? row.transform.note : '';
    return `  // To do: ${commentText(row.target)} from ${commentText(row.sources.join(', '))}: ${commentText(note)}\n`;
  });
  const content = `// Yours: regenerating never touches this file.
import type { ${[draft, source.recordType].sort().join(', ')} } from './schema.ts';

/**
 * Called for every record after transform.ts; what it answers is checked against the schema and written.
 * It can fill or correct any field of the schema. Another field needs a row in the mapping: run \`causeway connect\`
 * again and review the rows.
 */
export function afterTransform(target: ${draft}, _source: ${source.recordType}): ${draft} {
${tasks.join('')}  return target;
}
`;
  return { path: 'src/overrides.ts', content };
}
