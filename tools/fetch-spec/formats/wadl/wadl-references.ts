import type { Warning } from '../../../model/index.ts';
import type { XmlElement } from '../xml/xml-element.ts';

const maxChain = 20;

/** Finds what a WADL document refers to by id: methods, representations, parameters, resource types. */
export class WadlReferences {
  readonly warnings: Warning[] = [];
  readonly #byId = new Map<string, XmlElement>();

  constructor(root: XmlElement) {
    const visit = (element: XmlElement): void => {
      const id = element.get('id');
      if (id !== undefined && !this.#byId.has(`${element.name} ${id}`))
        this.#byId.set(`${element.name} ${id}`, element);
      element.children.forEach(visit);
    };
    visit(root);
  }

  /** The element itself, or the one of its kind that its `href` means; undefined when that is not in this document. */
  follow(element: XmlElement): XmlElement | undefined {
    let current = element;
    for (let hops = 0; hops < maxChain; hops += 1) {
      const href = current.get('href');
      if (href === undefined) return current;
      const target = this.find(current.name, href);
      if (target === undefined) return undefined;
      current = target;
    }
    return undefined;
  }

  /** The elements of these names inside, followed; those that lead nowhere are left out. */
  inside(element: XmlElement, ...names: readonly string[]): XmlElement[] {
    return element.all(...names).flatMap((child) => this.follow(child) ?? []);
  }

  /** The resource types that a resource has: `type="#base #paged"`. */
  typesOf(resource: XmlElement): XmlElement[] {
    const names = (resource.get('type') ?? '').split(/\s+/).filter((name) => name !== '');
    return [...new Set(names)].flatMap((name) => this.find('resource_type', name) ?? []);
  }

  find(kind: string, reference: string): XmlElement | undefined {
    const found = reference.startsWith('#') ? this.#byId.get(`${kind} ${reference.slice(1)}`) : undefined;
    if (found === undefined && this.warnings.length < 20) {
      const shown = JSON.stringify(reference.replaceAll(/\s+/g, ' ').slice(0, 200));
      this.warnings.push({
        code: 'unresolved_reference',
        message: `The ${kind.replace('_', ' ')} ${shown} is not in this document; it is left out`,
        at: '',
      });
    }
    return found;
  }
}

/** Texts of an element's documentation: its title, and what it says. */
export function docOf(element: XmlElement): { title: string | null; text: string | null } {
  const docs = element.all('doc');
  const title = docs.map((doc) => doc.get('title')?.trim() ?? '').find((each) => each !== '');
  const text = docs
    .map((doc) => doc.words())
    .join(' ')
    .trim();
  return { title: title?.slice(0, 200) ?? null, text: text === '' ? null : text.slice(0, 2_000) };
}
