import { parsePath } from '../../model/index.ts';
import type { Plan } from '../plan/plan.ts';
import { updatedAtOf } from './conflicts.ts';
import { readExpression } from './expression.ts';
import { type GeneratedFile, generatedHeader } from './generated-file.ts';
import { stringList } from './literal.ts';

/** `prepare.ts`: validate, transform, validate. */
export function emitPrepare({ source, target, matchKey, externalKey, guarded }: Plan): GeneratedFile {
  const id = readExpression(source.entity.idField ?? '', { variable: 'source', prefix: '' });
  const textOf = (path: string | null) =>
    path === null ? 'undefined' : `textAt(record, ${stringList(parsePath(path).map(({ name }) => name))})`;
  const keys = `matchValue: ${textOf(matchKey)}, externalId: ${textOf(externalKey)}`;
  const stamp = guarded.newest.length === 0 ? null : updatedAtOf(source, 'raw');
  const helpers = [
    ...(stamp === null ? [] : ['dateAt']),
    ...(keys.includes('textAt') ? ['textAt'] : []),
  ].join(', ');
  const content = `${generatedHeader}${helpers === '' ? '' : `import { ${helpers} } from './json.ts';\n`}import { afterTransform } from './overrides.ts';
import { check } from './record-error.ts';
import { ${[source.recordType, target.recordType].sort().join(', ')} } from './schema.ts';
import type { PreparedRecord } from './systems.ts';
import { transform } from './transform.ts';

/** Checks a ${source.brand} ${source.one}, makes a ${target.brand} ${target.one} of it, checks that. Throws \`RecordError\`. */
export function prepare(raw: unknown): PreparedRecord<${target.recordType}> {
  const source = check(${source.recordType}, raw);
  const record = check(${target.recordType}, afterTransform(transform(source), source));
  return { sourceId: String(${id}), record, ${keys}${stamp === null ? '' : `, updatedAt: ${stamp}`} };
}
`;
  return { path: 'src/prepare.ts', content };
}
