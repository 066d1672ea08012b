import type { Operation } from '../../model/index.ts';
import { camelCase } from '../names/words.ts';
import { type CallSetting, neededHeaders } from '../plan/call-settings.ts';
import type { Side } from '../plan/side.ts';
import { configName } from './config-file.ts';
import { commentText, literal, templateText } from './literal.ts';
import { propertyKey } from './property.ts';
import type { Placeholders } from './query.ts';

/** What the methods of one client share: names, imports, and how a call is written. */
export class ClientScope {
  readonly side: Side;
  readonly fieldsName: string;
  readonly placeholders: Placeholders;
  readonly #imports = new Map<string, Set<string>>();

  constructor(side: Side, matchKey: string | null) {
    this.side = side;
    this.fieldsName = `${camelCase(side.one)}Fields`;
    this.placeholders = { fields: this.fieldsName, matchField: matchKey };
  }

  /** Notes an import; `type X` for a type. */
  import(module: string, ...names: string[]): void {
    const known = this.#imports.get(module) ?? new Set();
    for (const name of names) known.add(name);
    this.#imports.set(module, known);
  }

  /** The import statements, modules and names in order. */
  imports(): string {
    return [...this.#imports]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([module, names]) => importStatement(module, [...names]))
      .join('\n');
  }

  /** The comment above a method: what it does, and where that was read. */
  doc(text: string, { method, path, at }: Operation): string {
    const where = at === '' ? `${method} ${path}` : at;
    return `/**\n * ${commentText(text)}\n * ${commentText(where)}\n */`;
  }

  /** Whether a call takes settings of the account. */
  usesSettings = false;

  /** The path as source text, its placeholders filled with encoded values: settings, and the record's `id`. */
  path(operation: Operation, id: string | null = null): string {
    if (!operation.path.includes('{')) return literal(operation.path);
    const code = operation.path.split(/(\{[^{}]*\})/).map((part) => {
      if (!part.startsWith('{')) return templateText(part);
      const value = this.#setting('path', part.slice(1, -1)) ?? id;
      return `\${encodeURIComponent(${value})}`;
    });
    return `\`${code.join('')}\``;
  }

  /** A setting as source text; null where there is none of that name. */
  #setting(place: CallSetting['in'], name: string): string | null {
    const setting = this.side.callSettings.find(
      (each) => each.in === place && each.name.toLowerCase() === name.toLowerCase(),
    );
    if (setting === undefined) return null;
    this.usesSettings = true;
    return `this.#config.${configName(setting.env, this.side)}`;
  }

  /** The vendor's fixed headers and those that a setting fills, as entries of an object literal. */
  headers(operation: Operation, ...more: string[]): string[] {
    const fixed = Object.entries(operation.headers).map(
      ([name, value]) => `${propertyKey(name)}: ${literal(value)}`,
    );
    const settled = neededHeaders(operation, this.side.entity).flatMap((name) => {
      const value = this.#setting('header', name);
      return value === null ? [] : [`${propertyKey(name)}: ${value}`];
    });
    const all = [...fixed, ...settled, ...more];
    return all.length === 0 ? [] : [`headers: { ${all.join(', ')} }`];
  }
}

function importStatement(module: string, names: readonly string[]): string {
  const bare = (name: string) => name.replace(/^type /, '');
  const sorted = names.toSorted((a, b) => (bare(a) < bare(b) ? -1 : 1));
  const onlyTypes = sorted.every((name) => name.startsWith('type '));
  return onlyTypes
    ? `import type { ${sorted.map(bare).join(', ')} } from ${literal(module)};`
    : `import { ${sorted.join(', ')} } from ${literal(module)};`;
}
