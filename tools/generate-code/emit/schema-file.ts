import { type Field, readPaths } from '../../model/index.ts';
import type { Plan } from '../plan/plan.ts';
import { type GeneratedFile, generatedHeader } from './generated-file.ts';
import { literal } from './literal.ts';
import { leavesOf, type PathNode, pathTree } from './path-tree.ts';
import { propertyKey } from './property.ts';
import { unfilledFields } from './unfilled-fields.ts';
import { elementType, sourceType, targetType } from './zod-type.ts';

type Helper = keyof typeof helperCode;

/** `schema.ts`: what is accepted from the source and what is let through to the target, for the mapped fields. */
export function emitSchema(plan: Plan): GeneratedFile {
  const { source, target } = plan;
  const helpers = new Set<Helper>();
  const sourceObject = sourceSchema(sourceTree(plan), source.entity.idField ?? '');
  const byHand = new Set(plan.byHand.map((row) => row.target));
  const notMapped = new Set(unfilledFields(plan).filter(({ path }) => !byHand.has(path)));
  const targetObject = targetSchema(targetTree(plan, notMapped), notMapped, (helper) => {
    helpers.add(helper);
    return helper;
  });
  const code = [...helpers].sort().map((helper) => helperCode[helper]);
  const content = `${generatedHeader}import { z } from 'zod';

${code.join('')}/** A ${source.brand} ${source.one} as it is read: the mapped fields are checked, the others stay as they come. */
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

const helperCode = {
  omitNull: `/** For fields that this API wants left out rather than null. */
const omitNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

`,
  notMapped: `/** For fields that this API requires and no row of the mapping fills; overrides.ts can. */
const notMapped = (field: string) =>
  z
    .unknown()
    .refine((value) => value !== undefined && value !== null, \`\${field} is required and not mapped\`);

`,
} as const;

function sourceTree({ source, rows, byHand }: Plan): PathNode<Field> {
  const paths = new Set([
    source.entity.idField ?? '',
    ...(source.entity.updatedField === null ? [] : [source.entity.updatedField]),
    ...[...rows, ...byHand].flatMap(readPaths),
  ]);
  return pathTree(
    [...source.fields.values()].filter(({ path }) => paths.has(path)).map((field) => [field.path, field]),
  );
}

function targetTree({ target, rows, byHand }: Plan, notMapped: ReadonlySet<Field>): PathNode<Field> {
  const paths = new Set([...rows, ...byHand].map((row) => row.target));
  return pathTree(
    [...target.fields.values()]
      .filter((field) => paths.has(field.path) || notMapped.has(field))
      .map((field) => [field.path, field]),
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

function targetSchema(
  node: PathNode<Field>,
  notMapped: ReadonlySet<Field>,
  use: (helper: Helper) => string,
): string {
  const fields = [...node.children].map(([name, child]) => {
    const leaves = leavesOf(child);
    const [first] = leaves;
    if (first !== undefined && leaves.every((field) => notMapped.has(field))) {
      // Wrapped where the whole place is missing, so that the message names the field and not its group.
      const schema = nodeSchema(child, new Set(), use);
      return `${propertyKey(name)}: ${use('notMapped')}(${literal(first.path)}).pipe(${schema}),`;
    }
    return `${propertyKey(name)}: ${nodeSchema(child, notMapped, use)},`;
  });
  return `z.strictObject({\n${fields.join('\n')}\n})`;
}

function nodeSchema(
  node: PathNode<Field>,
  notMapped: ReadonlySet<Field>,
  use: (helper: Helper) => string,
): string {
  const { leaf, repeated, children } = node;
  const inner = children.size > 0 ? targetSchema(node, notMapped, use) : undefined;
  const whole = leavesOf(node).some((field) => field.required) ? '' : '.optional()';
  const element = inner ?? (leaf === undefined ? 'z.unknown()' : elementType(leaf));
  if (repeated) return `z.array(${element})${whole}`;
  if (inner !== undefined) return `${inner}${whole}`;
  return leaf === undefined ? element : targetType(leaf, use);
}
