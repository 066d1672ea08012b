import { decode, unpack } from '../../../core/documents/decode.ts';
import { CausewayError } from '../../../core/index.ts';
import type { Warning } from '../../../model/index.ts';
import type { Source } from '../../source/source.ts';
import { readXml } from '../xml/read-xml.ts';
import type { QName, XmlElement } from '../xml/xml-element.ts';

/** One piece of a message: a global element, or a named parameter of a type (rpc style). */
export interface Part {
  readonly name: string;
  readonly element: QName | null;
  readonly type: QName | null;
}

export interface WsdlOperation {
  readonly name: string;
  readonly documentation: string | null;
  readonly input: readonly Part[];
  readonly output: readonly Part[];
}

/** What a WSDL 1.1 document and those it imports declare. */
export interface WsdlModel {
  readonly operations: readonly WsdlOperation[];
  /** Address of the first SOAP port; null when none is given. */
  readonly address: string | null;
  readonly service: string | null;
  /** Global elements that travel in the SOAP header. */
  readonly headers: readonly Part[];
  /** Documents of the description, the first given one first. */
  readonly documents: readonly { readonly root: XmlElement; readonly source: Source }[];
  readonly warnings: readonly Warning[];
}

const maxDocuments = 50;

export async function readWsdl(root: XmlElement, source: Source): Promise<WsdlModel> {
  const { documents, warnings } = await readDocuments(root, source);
  const messages = new Map<string, Part[]>();
  for (const document of documents) {
    for (const message of document.root.all('message')) {
      const name = message.get('name') ?? '';
      if (!messages.has(name)) messages.set(name, message.all('part').map(partOf));
    }
  }
  // Messages are told apart by their local name: two of one name in two imported namespaces are not seen in practice.
  const partsOf = (reference: XmlElement | undefined): Part[] => {
    const name = reference?.get('message');
    return reference === undefined || name === undefined
      ? []
      : (messages.get(reference.resolve(name).name) ?? []);
  };
  const roots = documents.map((document) => document.root);
  const operations = new Map<string, WsdlOperation>();
  for (const operation of roots
    .flatMap((each) => each.all('portType'))
    .flatMap((port) => port.all('operation'))) {
    const name = operation.get('name') ?? '';
    if (name === '' || operations.has(name)) continue;
    operations.set(name, {
      name,
      documentation: operation.first('documentation')?.words().slice(0, 500) || null,
      input: partsOf(operation.first('input')),
      output: partsOf(operation.first('output')),
    });
  }
  const headers = roots
    .flatMap((each) => each.all('binding'))
    .flatMap((binding) => binding.all('operation'))
    .flatMap((operation) => operation.all('input'))
    .flatMap((input) => input.all('header'))
    .flatMap((header) => partsOf(header).filter(({ name }) => name === (header.get('part') ?? name)));
  const ports = roots.flatMap((each) => each.all('service')).flatMap((service) => service.all('port'));
  const addresses = ports.flatMap((port) => port.first('address')?.get('location') ?? []);
  return {
    operations: [...operations.values()],
    address: addresses.find((address) => /^https?:\/\//i.test(address)) ?? null,
    service:
      roots.flatMap((each) => each.all('service')).map((service) => service.get('name'))[0] ??
      root.get('name') ??
      null,
    headers: [...new Map(headers.map((part) => [part.element?.name ?? part.name, part])).values()],
    documents,
    warnings,
  };
}

function partOf(part: XmlElement): Part {
  const element = part.get('element');
  const type = part.get('type');
  return {
    name: part.get('name') ?? '',
    element: element === undefined ? null : part.resolve(element),
    type: type === undefined ? null : part.resolve(type),
  };
}

async function readDocuments(root: XmlElement, source: Source) {
  const documents = [{ root, source }];
  const warnings: Warning[] = [];
  const seen = new Set<string>([source.origin]);
  for (let index = 0; index < documents.length && index < maxDocuments; index += 1) {
    const current = documents[index];
    for (const reference of current?.root.all('import') ?? []) {
      const location = reference.get('location');
      if (current === undefined || location === undefined || location === '') continue;
      const name = location.slice(0, 1_000);
      const found =
        (await current.source.related(name)) ??
        (await current.source.related(name.split(/[/\\?]/).findLast((step) => step !== '') ?? name));
      if (found !== undefined && seen.has(found.origin)) continue;
      try {
        if (found === undefined) throw new Error('not found');
        seen.add(found.origin);
        documents.push({ root: readXml(decode(unpack(found.bytes))).root, source: found });
      } catch (thrown) {
        if (found !== undefined && !(thrown instanceof CausewayError)) throw thrown;
        warnings.push({
          code: 'external_ref',
          message: `The imported WSDL ${name.slice(0, 200)} cannot be read; its operations are missing`,
          at: name.slice(0, 200),
        });
      }
    }
  }
  return { documents, warnings };
}
