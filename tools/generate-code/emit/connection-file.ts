import { externalPrefix, parsePath } from '../../model/index.ts';
import type { Plan } from '../plan/plan.ts';
import type { Side } from '../plan/side.ts';
import { conflictsEntry, hasConflictRules, rulesConstant, updatedAtOf } from './conflicts.ts';
import { type GeneratedFile, generatedHeader } from './generated-file.ts';
import { literal, stringList } from './literal.ts';

/** `connection.ts`: both clients behind the interfaces that sync.ts knows. */
export function emitConnection(plan: Plan): GeneratedFile {
  const { source, target } = plan;
  const from = variableOf(source, plan, 'Source');
  const to = variableOf(target, plan, 'Target');
  const guards = hasConflictRules(plan);
  const dates = source.entity.updatedField === null ? '' : 'dateAt, ';
  const imports = [
    ["import type { ClientTools } from './client-tools.ts';", 'client-tools'],
    ["import type { Config } from './config.ts';", 'config'],
    ...(guards
      ? [["import { type ConflictRules, marksOf, settleConflicts } from './conflicts.ts';", 'conflicts']]
      : []),
    [`import { ${source.clientType} } from './${source.clientFile}.ts';`, source.clientFile],
    [`import { ${target.clientType} } from './${target.clientFile}.ts';`, target.clientFile],
    [`import { ${dates}textAt } from './json.ts';`, 'json'],
    ["import { prepare } from './prepare.ts';", 'prepare'],
    [`import type { ${target.recordType} } from './schema.ts';`, 'schema'],
    ["import type { Connection } from './systems.ts';", 'systems'],
  ].sort(([, a = ''], [, b = '']) => (a < b ? -1 : 1));
  const content = `${generatedHeader}${imports.map(([line]) => line).join('\n')}

${guards ? rulesConstant(plan) : ''}/** ${source.brand} ${source.many} to ${target.brand} ${target.many}. */
export function connect(config: Config, tools: ClientTools): Connection<${target.recordType}> {
  const ${from} = new ${source.clientType}(config.${source.configKey}, tools);
  const ${to} = new ${target.clientType}(config.${target.configKey}, tools);
  return {
    source: {
      ${readers(plan, from)}
    },
    target: {
      ${writers(plan, to)}
    },
    prepare,
  };
}
`;
  return { path: 'src/connection.ts', content };
}

function variableOf(side: Side, { source, target }: Plan, suffix: string): string {
  return source.configKey === target.configKey ? `${side.configKey}${suffix}` : side.configKey;
}

function readers({ source, reads }: Plan, client: string): string {
  const { idField } = source.entity;
  const updated = updatedAtOf(source, 'raw');
  const path = (dotted: string) => stringList(parsePath(dotted).map(({ name }) => name));
  return [
    `list: () => ${client}.list${source.typeMany}(),`,
    reads.changes === undefined
      ? 'changes: null,'
      : `changes: { since: (moment) => ${client}.listChanged${source.typeMany}(moment), ordered: ${isOrdered(reads.changes)} },`,
    reads.get === undefined ? 'get: null,' : `get: (id) => ${client}.get${source.typeOne}(id),`,
    `idOf: (raw) => textAt(raw, ${path(idField ?? '')}),`,
    updated === null ? 'updatedAt: () => undefined,' : `updatedAt: (raw) => ${updated},`,
  ].join('\n');
}

/** Whether the call itself asks for the oldest change first. Otherwise the order is taken for unknown. */
function isOrdered(changes: NonNullable<Plan['reads']['changes']>): boolean {
  return changes.answers === 'records' && /\basc(?:ending)?\b/i.test(literal([changes.query, changes.body]));
}

function writers(plan: Plan, client: string): string {
  const { target, writes, externalKey } = plan;
  const header = target.entity.api.idempotencyHeader !== null;
  const key = header ? 'record, key' : 'record';
  return [
    writes.search === undefined ? 'find: null,' : `find: (value) => ${client}.find${target.typeMany}(value),`,
    externalPrefix(writes) === null
      ? 'exists: null,'
      : `exists: (externalId) => ${client}.has${target.typeOne}(externalId),`,
    writes.get === undefined || externalKey === null
      ? 'externalIdOf: null,'
      : `externalIdOf: async (id) => textAt(await ${client}.get${target.typeOne}(id), ${stringList(parsePath(externalKey).map(({ name }) => name))}),`,
    writes.create === undefined
      ? 'create: null,'
      : `create: (${key}) => ${client}.create${target.typeOne}(${key}),`,
    `idempotentCreate: ${header && writes.create !== undefined},`,
    writes.update === undefined
      ? 'update: null,'
      : `update: (id, record) => ${client}.update${target.typeOne}(id, record),`,
    writes.upsert === undefined
      ? 'upsert: null,'
      : `upsert: (record) => ${client}.upsert${target.typeOne}(record),`,
    conflictsEntry(plan, client),
  ].join('\n');
}
