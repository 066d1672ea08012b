import type { XmlElement } from '../xml/xml-element.ts';

/** A type of the model and the schema it stands in. */
export interface EdmType {
  readonly kind: 'EntityType' | 'ComplexType' | 'EnumType' | 'TypeDefinition';
  /** `Namespace.Name` */
  readonly qualified: string;
  readonly name: string;
  readonly element: XmlElement;
}

/** An entity set or singleton: what can be asked for. */
export interface EdmSet {
  readonly name: string;
  readonly type: string;
  readonly single: boolean;
  readonly element: XmlElement;
}

/** What an EDMX document declares, by qualified name. */
export interface EdmModel {
  readonly types: ReadonlyMap<string, EdmType>;
  readonly sets: readonly EdmSet[];
  /** Terms and values of annotations written apart from what they are about, by target. */
  readonly annotations: ReadonlyMap<string, readonly XmlElement[]>;
  /** The type at the other end, by relationship and role (before version 4). */
  readonly ends: ReadonlyMap<string, { readonly type: string; readonly many: boolean }>;
  /** Namespaces by the short names that stand for them. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Reads the model below the root of an EDMX document. */
export function readModel(root: XmlElement): EdmModel {
  const types = new Map<string, EdmType>();
  const sets: EdmSet[] = [];
  const annotations = new Map<string, XmlElement[]>();
  const ends = new Map<string, { type: string; many: boolean }>();
  const aliases = new Map<string, string>();
  const schemas = schemasBelow(root, 0);
  for (const schema of schemas) {
    const namespace = schema.get('Namespace') ?? '';
    const alias = schema.get('Alias');
    if (alias !== undefined) aliases.set(alias, namespace);
  }
  for (const schema of schemas) {
    const namespace = schema.get('Namespace') ?? '';
    for (const element of schema.children) {
      const name = element.get('Name') ?? '';
      const qualified = `${namespace}.${name}`;
      switch (element.name) {
        case 'EntityType':
        case 'ComplexType':
        case 'EnumType':
        case 'TypeDefinition':
          if (name !== '') types.set(qualified, { kind: element.name, qualified, name, element });
          break;
        case 'Association':
          for (const end of element.all('End')) {
            ends.set(`${qualified} ${end.get('Role') ?? ''}`, {
              type: end.get('Type') ?? '',
              many: end.get('Multiplicity') === '*',
            });
          }
          break;
        case 'Annotations': {
          const target = full(element.get('Target') ?? '', aliases);
          annotations.set(target, [...(annotations.get(target) ?? []), ...element.all('Annotation')]);
          break;
        }
        case 'EntityContainer':
          for (const set of element.all('EntitySet', 'Singleton')) {
            const type = set.get('EntityType') ?? set.get('Type') ?? '';
            sets.push({
              name: set.get('Name') ?? '',
              type: full(type, aliases),
              single: set.name === 'Singleton',
              element: set,
            });
          }
      }
    }
  }
  return { types, sets: sets.filter(({ name }) => name !== ''), annotations, ends, aliases };
}

/** A name with the namespace in place of its alias. */
export function full(name: string, aliases: ReadonlyMap<string, string>): string {
  const dot = name.lastIndexOf('.');
  const slash = name.indexOf('/');
  const end = slash < 0 ? dot : name.lastIndexOf('.', slash);
  const namespace = end < 0 ? undefined : aliases.get(name.slice(0, end));
  return namespace === undefined ? name : namespace + name.slice(end);
}

function schemasBelow(element: XmlElement, depth: number): XmlElement[] {
  if (element.name === 'Schema') return [element];
  return depth > 4 ? [] : element.children.flatMap((child) => schemasBelow(child, depth + 1));
}
