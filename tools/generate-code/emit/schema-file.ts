import type { Field } from '../../model/index.ts';
import type { Plan } from '../plan/plan.ts';
import { type GeneratedFile, generatedHeader } from './generated-file.ts';
import { leavesOf, type PathNode, pathTree } from './path-tree.ts';
import { propertyKey } from './property.ts';
import { elementType, sourceType, targetType } from './zod-type.ts';

/** `schema.ts`: what is accepted from the source and what is let through to the target, for the mapped fields. */
export function emitSchema(plan: Plan): GeneratedFile {
  const { source, target } = plan;
  const helpers = new Set<string>();
  const sourceObject = sourceSchema(sourceTree(plan), source.entity.idField ?? '');
  const targetObject = targetSchema(targetTree(plan), (helper) => {
    helpers.add(helper);
    return helper;
  });
  const omitNull = helpers.has('omitNull') ? omitNullHelper : '';
  const content = `${generatedHeader}import { z } from 'zod';

${omitNull}/** A ${source.brand} ${source.one} as it is read: the mapped fields are checked, the others stay as they come. */
export const ${source.recordType} = ${sourceObject};
export type ${source.recordType} = z.infer<typeof ${source.recordType}>;

/** A ${target.brand} ${target.one} as it is written: nothing else leaves. */
export const ${target.recordType} = ${targetObject};
export type ${target.recordType} = z.infer<typeof ${target.recordType}>;

/** The same shape before it is checked: every value may still be anything. */
type Unchecked<Value> = Value extends readonly (infer Element)[]
  ? Unchecked<Element>[]
  : Value extends object
    ? { [Key in keyof Value]?: UncheckedField<Value[Key]> }
    : unknown;
type UncheckedField<Value> = unknown extends Value
  ? unknown
  : Unchecked<NonNullable<Value>> | null | undefined;
export type ${target.recordType}Draft = Unchecked<${target.recordType}>;
`;
  return { path: 'src/schema.ts', content };
}

const omitNullHelper = `/** For fields that this API wants left out rather than null. */
const omitNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

`;

function sourceTree({ source, rows, byHand }: Plan): PathNode<Field> {
  const paths = new Set([
    source.entity.idField ?? '',
    ...(source.entity.updatedField === null ? [] : [source.entity.updatedField]),
    ...[...rows, ...byHand].flatMap((row) => row.sources),
  ]);
  return pathTree(
    [...source.fields.values()].filter(({ path }) => paths.has(path)).map((field) => [field.path, field]),
  );
}

function targetTree({ target, rows, byHand }: Plan): PathNode<Field> {
  const paths = new Set([...rows, ...byHand].map((row) => row.target));
  return pathTree(
    [...target.fields.values()].filter(({ path }) => paths.has(path)).map((field) => [field.path, field]),
  );
}

function sourceSchema(node: PathNode<Field>, idField: string): string {
  const fields = [...node.children].map(([name, child]) => {
    const inner = child.children.size > 0 ? sourceSchema(child, idField) : undefined;
    const type = child.repeated
      ? `z.array(${inner ?? sourceType(child.leaf)}).nullish()`
      : inner !== undefined
        ? `${inner}${leavesOf(child).some(({ path }) => path === idField) ? '' : '.nullish()'}`
        : child.leaf?.path === idField
          ? 'z.union([z.string().min(1), z.number()])'
          : sourceType(child.leaf);
    return `${propertyKey(name)}: ${type},`;
  });
  return `z.looseObject({\n${fields.join('\n')}\n})`;
}

function targetSchema(node: PathNode<Field>, use: (helper: 'omitNull') => string): string {
  const fields = [...node.children].map(([name, child]) => {
    const inner = child.children.size > 0 ? targetSchema(child, use) : undefined;
    const required = leavesOf(child).some((field) => field.required);
    const whole = required ? '' : '.optional()';
    const element = inner ?? (child.leaf === undefined ? 'z.unknown()' : elementType(child.leaf));
    if (child.repeated) return `${propertyKey(name)}: z.array(${element})${whole},`;
    if (inner !== undefined) return `${propertyKey(name)}: ${inner}${whole},`;
    return `${propertyKey(name)}: ${child.leaf === undefined ? element : targetType(child.leaf, use)},`;
  });
  return `z.strictObject({\n${fields.join('\n')}\n})`;
}
