import { isObject, type Json, type JsonObject, objectOf } from '../../../core/json/json.ts';
import { oneLine } from '../../../core/text/index.ts';
import type { Warning } from '../../../model/index.ts';
import { type Declared, findDeclared } from './declared.ts';
import { fillTemplate, type TemplateBudget } from './fill-template.ts';
import { listOf, type MergeOptions, mergeRaml } from './merge-raml.ts';
import { includeKey } from './parse-raml.ts';

const maxChain = 20;
const maxTraits = 100;
const methodName = /^(?:get|post|put|patch|delete)$/;

/** Applies resource types and traits: what comes out says everything itself. */
export class ResourceExpander {
  readonly warnings: Warning[] = [];
  readonly #declared: Declared;
  readonly #options: MergeOptions;
  readonly #budget: TemplateBudget = { left: 1_000_000 };
  readonly #said = new Set<string>();

  /** `optional`: of which keys of a template a `?` at the end means "only when it is there already". */
  constructor(declared: Declared, whole: MergeOptions['whole'], optional: 'outer' | 'all') {
    this.#declared = declared;
    this.#options = { whole, optional };
  }

  /** The methods of a resource, lower case, and the resource with its types applied. */
  expand(resource: JsonObject, path: string): { resource: JsonObject; methods: [string, JsonObject][] } {
    const parameters = {
      resourcePath: path,
      resourcePathName: path.split('/').findLast((step) => step !== '' && !step.includes('{')) ?? '',
    };
    let expanded = resource;
    let type = resource['type'];
    for (let chain = 0; type !== undefined && type !== null && chain < maxChain; chain += 1) {
      const template = this.#instance('resourceTypes', type, parameters);
      const { type: next, usage: _, ...body } = template;
      expanded = objectOf(mergeRaml(expanded, body, this.#options));
      type = next;
    }
    const methods = Object.entries(expanded)
      .filter(([name]) => methodName.test(name))
      .map(([name, method]): [string, JsonObject] => [
        name,
        this.#withTraits(objectOf(method), [...listOf(objectOf(method)['is']), ...listOf(expanded['is'])], {
          ...parameters,
          methodName: name,
        }),
      ]);
    return { resource: expanded, methods };
  }

  #withTraits(method: JsonObject, traits: readonly Json[], parameters: JsonObject): JsonObject {
    let merged = method;
    for (const trait of traits.slice(0, maxTraits)) {
      const { usage: _, ...body } = this.#instance('traits', trait, parameters);
      merged = objectOf(mergeRaml(merged, body, this.#options));
    }
    return merged;
  }

  /** A template as it is used: by name, by name with parameters, or written in place. */
  #instance(kind: 'resourceTypes' | 'traits', use: Json, parameters: JsonObject): JsonObject {
    if (typeof use !== 'string' && !isObject(use)) return {};
    const [name = '', given = null] = typeof use === 'string' ? [use] : (Object.entries(use)[0] ?? []);
    if (name === '' || name === includeKey) return {};
    const template = findDeclared(this.#declared[kind], name);
    if (template !== undefined) {
      const filled = fillTemplate(
        template,
        { ...objectOf(given), ...parameters },
        this.#options.whole,
        this.#budget,
      );
      if (this.#budget.left < 0)
        this.#warn('templates_cut', '', 'The templates of resources grow too large; some were left out');
      return objectOf(filled);
    }
    if (kind === 'traits') this.#warn('unknown_trait', name, 'The trait is not declared');
    else this.#warn('unknown_resource_type', name, 'The resource type is not declared');
    return {};
  }

  #warn(code: string, name: string, message: string): void {
    const key = `${code} ${name}`;
    if (this.#said.has(key) || this.warnings.length >= 20) return;
    this.#said.add(key);
    this.warnings.push({
      code,
      message: name === '' ? message : `${message}: ${JSON.stringify(oneLine(name, 100))}`,
      at: '',
    });
  }
}
