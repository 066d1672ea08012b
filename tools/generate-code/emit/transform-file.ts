import {
  type CodeList,
  type Condition,
  codeLists,
  type codeListTexts,
  lastName,
  type MappingRow,
} from '../../model/index.ts';
import { elementName } from '../names/element-name.ts';
import { camelCase } from '../names/words.ts';
import type { Plan } from '../plan/plan.ts';
import { listPrefix, takesOne } from '../plan/plan-rows.ts';
import { readExpression, type Scope, transformExpression } from './expression.ts';
import { type GeneratedFile, generatedHeader } from './generated-file.ts';
import { commentText, literal } from './literal.ts';
import { leavesOf, type PathNode, pathTree } from './path-tree.ts';
import { propertyKey } from './property.ts';

export interface TransformFile extends GeneratedFile {
  /** Names of the helpers it calls. */
  readonly helpers: ReadonlySet<string>;
  /** Names of the code lists it looks values up in. */
  readonly codeLists: readonly (keyof typeof codeListTexts)[];
}

/** `transform.ts`: one pure function, one line per mapped field, in the target's field order. */
export function emitTransform(plan: Plan): TransformFile {
  return new TransformEmitter(plan).emit();
}

class TransformEmitter {
  readonly #plan: Plan;
  readonly #helpers = new Set<string>();
  readonly #tables = new Map<MappingRow, string>();
  readonly #codes = new Map<string, CodeList>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  emit(): TransformFile {
    const { source, target, rows, byHand } = this.#plan;
    const tables = rows.map((row) => this.#table(row)).join('');
    const record = this.#object(pathTree(rows.map((row) => [row.target, row])), {
      variable: 'source',
      prefix: '',
    });
    const codes = [...this.#codes].map(([name, { list, column }]) => {
      this.#helpers.add('codeTable');
      return `const ${name} = codeTable(${list}, ${column});\n`;
    });
    const lists = [...new Set([...this.#codes.values()].map(({ list }) => list))].sort();
    const names = [...this.#helpers].sort();
    const imports = [
      ...(lists.length === 0 ? [] : [`import { ${lists.join(', ')} } from './codes.ts';`]),
      "import { compact } from './compact.ts';",
      `import type { ${[`${target.recordType}Draft`, source.recordType].sort().join(', ')} } from './schema.ts';`,
      ...(names.length === 0 ? [] : [`import { ${names.join(', ')} } from './values.ts';`]),
    ];
    const pending =
      byHand.length === 0
        ? ''
        : `\n * Written by hand in overrides.ts: ${byHand.map((row) => commentText(row.target)).join(', ')}.`;
    const content = `${generatedHeader}${imports.join('\n')}

${tables}${codes.join('')}
/**
 * A ${source.brand} ${source.one} as a ${target.brand} ${target.one}, field by field as mapping.yaml says.
 * What the source does not have is left out; null stays null.${pending}
 * Throws \`RecordError\` for a value that cannot be carried over.
 */
export function transform(source: ${source.recordType}): ${target.recordType}Draft {
  return compact(${record});
}
`;
    return { path: 'src/transform.ts', content, helpers: this.#helpers, codeLists: lists };
  }

  #object(node: PathNode<MappingRow>, scope: Scope): string {
    const lines = [...node.children].map(
      ([name, child]) => `${propertyKey(name)}: ${this.#value(child, scope)},`,
    );
    return `{\n${lines.join('\n')}\n}`;
  }

  #value(node: PathNode<MappingRow>, scope: Scope): string {
    if (!node.repeated)
      return node.leaf === undefined ? this.#object(node, scope) : this.#leaf(node.leaf, scope);
    const element = (inner: Scope) =>
      node.leaf === undefined ? this.#object(node, inner) : this.#leaf(node.leaf, inner);
    // Inside a list that is carried over already, a further list of the target has one element.
    if (scope.prefix !== '') return `[${element(scope)}]`;
    const [list] = leavesOf(node)
      .filter((row) => !takesOne(row))
      .flatMap((row) => row.sources.map(listPrefix))
      .filter((prefix) => prefix !== undefined);
    if (list === undefined) return `[${element(scope)}]`;
    // One element per element of the source's list.
    const elements = readExpression(list.slice(0, -2), scope);
    const variable = elementName(lastName(list));
    const body = element({ variable, prefix: list });
    return `${elements}?.map((${variable}) => ${node.leaf === undefined ? `(${body})` : body})`;
  }

  #leaf(row: MappingRow, scope: Scope): string {
    const read = (path: string) => {
      const inScope = scope.prefix !== '' && (path === scope.prefix || path.startsWith(`${scope.prefix}.`));
      return readExpression(path, inScope ? scope : { variable: 'source', prefix: '' });
    };
    const value = transformExpression(row.transform, {
      target: row.target,
      sources: row.sources.map(read),
      read,
      sourceFields: row.sources.map((path) => this.#plan.source.fields.get(path)),
      table: this.#tables.get(row) ?? 'undefined',
      codes: this.#codesOf(row),
      use: (helper) => {
        this.#helpers.add(helper);
        return helper;
      },
    });
    if (row.when === undefined) return value;
    return `${this.#condition(row.when, read(row.when.source))} ? ${value} : undefined`;
  }

  #condition(when: Condition, value: string): string {
    const helper = when.is === 'filled' || when.is === 'empty' ? 'isFilled' : 'isOneOf';
    this.#helpers.add(helper);
    if (helper === 'isFilled') return `${when.is === 'empty' ? '!' : ''}isFilled(${value})`;
    return `isOneOf(${value}, ${literal('value' in when ? [when.value].flat() : [])})`;
  }

  /** The constant of a row's code system, noted for the head of the file; null where there is none. */
  #codesOf({ transform }: MappingRow): string | null {
    if (transform.kind !== 'lookup' || transform.codes === undefined) return null;
    const list = codeLists[transform.codes];
    if (list === undefined) return null;
    const name = `${camelCase(transform.codes)}Codes`;
    this.#codes.set(name, list);
    return name;
  }

  /** A lookup's table as a constant before the function. */
  #table(row: MappingRow): string {
    if (row.transform.kind !== 'lookup') return '';
    const taken = new Set(this.#tables.values());
    const base = `${camelCase(lastName(row.target))}Values`;
    let name = base;
    for (let n = 2; taken.has(name); n += 1) name = `${base}${n}`;
    this.#tables.set(row, name);
    // The first of two equal entries counts.
    const ordered = row.transform.table.filter(
      ({ from }, index, all) => all.findIndex((other) => other.from === from) === index,
    );
    const types = new Set(ordered.map(({ to }) => literalType(to)));
    const list = ordered.map(({ from, to }) => `[${literal(from)}, ${literal(to)}]`).join(', ');
    return `const ${name} = new Map<unknown, ${[...types].sort().join(' | ') || 'never'}>([${list}]);\n`;
  }
}

function literalType(value: unknown): string {
  return value === null ? 'null' : typeof value;
}
