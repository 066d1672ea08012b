import { applyEdits, type Edit } from './edits.ts';
import type { Mutant, MutatedFiles } from './mutant.ts';
import { promiseFaults } from './promise-faults.ts';
import { rowFaults } from './row-faults.ts';
import { parseFile } from './syntax.ts';

/**
 * Faults of the mapping itself: a row dropped, two sources swapped, a value sent as it is, a wrong value of an enum, a
 * page left out, a 429 ignored, an idempotency key lost. All in one copy of the sources.
 */
export function mutateMapping(files: Readonly<Record<string, string>>): MutatedFiles {
  const mutants: Mutant[] = [];
  const mutated = Object.entries(files).map(([path, source]) => {
    if (!/^src\/.*\.ts$/.test(path)) return [path, source] as const;
    const tree = parseFile(source);
    const faults = [...(path === 'src/transform.ts' ? rowFaults(tree, source) : []), ...promiseFaults(tree)];
    const edits = faults.map(({ what, node, code }): Edit => {
      const id = `mapping-${mutants.length + 1}`;
      mutants.push({ id, kind: 'mapping', what, at: `${path}:${node.loc.start.line}` });
      return { start: node.start, end: node.end, replace: (old) => code(old, id) };
    });
    return [path, applyEdits(source, edits)] as const;
  });
  return { files: Object.fromEntries(mutated), mutants };
}
