import { externalPrefix, parsePath } from '../../model/index.ts';
import type { Plan } from '../plan/plan.ts';
import type { Side } from '../plan/side.ts';
import { stringList, templateText } from './literal.ts';

/** Reads when a record was changed last, as source text; null where it does not say. */
export function updatedAtOf({ entity }: Side, record: string): string | null {
  const { updatedField } = entity;
  if (updatedField === null) return null;
  const unit = entity.fields.find(({ path }) => path === updatedField)?.format === 'epoch-s' ? ', 1000' : '';
  return `dateAt(${record}, ${names(updatedField)}${unit})`;
}

/** Whether any field has a conflict rule of its own. */
export function hasConflictRules({ guarded }: Plan): boolean {
  return Object.values(guarded).some(({ length }) => length > 0);
}

/** The constant with the rules, for the head of connection.ts. */
export function rulesConstant({ guarded }: Plan): string {
  const lists = Object.entries(guarded).map(([rule, paths]) => `${rule}: [${paths.map(names).join(', ')}]`);
  return `/** For all other fields the source's value stands. */
const conflictRules: ConflictRules = { ${lists.join(', ')} };

`;
}

/** The `conflicts` of the target's side of the connection. `client`: the variable of its client. */
export function conflictsEntry(plan: Plan, client: string): string {
  if (!hasConflictRules(plan)) return 'conflicts: null,';
  const { target, writes } = plan;
  const prefix = externalPrefix(writes);
  const place = prefix === null ? "id ?? ''" : `id ?? \`${templateText(prefix)}\${item.externalId}\``;
  const current = writes.get === undefined ? 'undefined' : `await ${client}.get${target.typeOne}(${place})`;
  const stamp = plan.guarded.newest.length === 0 ? null : updatedAtOf(target, 'current');
  return `conflicts: {
    settle: async (item, ${writes.get === undefined ? '_' : 'id'}, known) => {
      const current = ${current};
      return settleConflicts(item, conflictRules, { ...known, current, updatedAt: ${stamp} });
    },
    marksOf: (record) => marksOf(record, conflictRules),
  },`.replace('updatedAt: null', 'updatedAt: undefined');
}

function names(path: string): string {
  return stringList(parsePath(path).map(({ name }) => name));
}
