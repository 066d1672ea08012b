import { decode, unpack } from '../../../core/documents/decode.ts';
import { CausewayError } from '../../../core/index.ts';
import type { JsonObject } from '../../../core/json/json.ts';
import type { Warning } from '../../../model/index.ts';
import type { Source } from '../../source/source.ts';
import { XsdSchemas } from '../soap/xsd-schemas.ts';
import { readXsdSet, schemasIn } from '../soap/xsd-set.ts';
import { readXml } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';

const maxGrammars = 100;

/** The types that a WADL document describes or includes. */
export interface Grammars {
  readonly schemas: JsonObject;
  readonly warnings: readonly Warning[];
  /** The schema of the element a representation names; undefined when it is not known. */
  elementOf(representation: XmlElement): JsonObject | undefined;
}

/** Reads the XML Schemas in a document's grammars and those that these include. */
export async function readGrammars(root: XmlElement, source: Source): Promise<Grammars> {
  const warnings: Warning[] = [];
  const found: { schema: XmlElement; source: Source }[] = [];
  for (const child of root.all('grammars').flatMap(({ children }) => children)) {
    if (child.name === 'schema') found.push({ schema: child, source });
    const href = child.name === 'include' ? child.get('href') : undefined;
    if (href === undefined) continue;
    const read = found.length < maxGrammars ? await readInclude(href.slice(0, 1_000), source) : undefined;
    if (read !== undefined) found.push(...read);
    else {
      warnings.push({
        code: 'external_ref',
        message: `The grammar ${JSON.stringify(href.replaceAll(/\s+/g, ' ').slice(0, 200))} could not be read; put it beside this document`,
        at: '',
      });
    }
  }
  const set = await readXsdSet(found);
  const xsd = new XsdSchemas(set, () => null);
  return {
    schemas: xsd.all(),
    warnings: [...warnings.slice(0, 20), ...set.warnings],
    elementOf(representation) {
      const name = representation.get('element');
      if (name === undefined) return undefined;
      const component = set.find(representation.resolve(name), 'element', 'complexType');
      return component === undefined ? undefined : { $ref: `#${xsd.pointer(xsd.typeOf(component))}` };
    },
  };
}

async function readInclude(
  href: string,
  from: Source,
): Promise<{ schema: XmlElement; source: Source }[] | undefined> {
  const source = await from.related(href);
  if (source === undefined) return undefined;
  try {
    const { root } = readXml(decode(unpack(source.bytes)));
    return schemasIn(root).map((schema) => ({ schema, source }));
  } catch (thrown) {
    if (thrown instanceof CausewayError && thrown.kind !== 'bug') return undefined;
    throw thrown;
  }
}
