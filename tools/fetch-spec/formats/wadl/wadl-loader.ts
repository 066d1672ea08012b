import type { Warning } from '../../../model/index.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import type { Loader } from '../loader.ts';
import { describeOpenApi } from '../openapi/describe-openapi.ts';
import { rootOf } from '../xml/prolog.ts';
import { readXml } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { hasCalls, openApiOfWadl } from './openapi-of-wadl.ts';
import { readGrammars } from './wadl-grammars.ts';
import { WadlReferences } from './wadl-references.ts';
import { withWritten } from './written-records.ts';

/** WADL descriptions of REST services, rewritten as OpenAPI 3; types come from the XML Schemas in their grammars. */
export const wadlLoader: Loader = {
  name: 'wadl',
  recognise({ syntax, text }: Opened) {
    const root = syntax === 'xml' ? rootOf(text) : undefined;
    const isWadl =
      root?.name === 'application' &&
      /wadl\.dev\.java\.net|research\.sun\.com\/wadl|www\.w3\.org\/.{0,40}wadl/.test(root.tag);
    return isWadl ? 'wadl' : undefined;
  },
  async load({ source, text, warnings }, format) {
    const { root, warnings: noticed } = readXml(text);
    const references = new WadlReferences(root);
    const grammars = await readGrammars(root, source);
    const context = { references, grammars };
    const { openApi, written } = openApiOfWadl(root, titleOf(source.name, root), context);
    const own = describeOpenApi({ document: openApi, format, origin: source.origin });
    const entities = withWritten(own.entities, openApi, written);
    if (entities.length === 0) {
      throw notASpec(
        hasCalls(openApi)
          ? 'no method of its WADL says what it sends or answers'
          : 'its WADL declares no method',
        'Give the whole WADL with the grammars it includes beside it, or samples of the records',
      );
    }
    return {
      ...own,
      entities,
      warnings: [
        ...warnings,
        ...noticed,
        ...references.warnings,
        ...grammars.warnings,
        ...(written.size === 0 ? [] : [readFromParameters]),
        ...own.warnings,
      ],
    };
  },
};

const readFromParameters: Warning = {
  code: 'read_from_parameters',
  message:
    'Some calls that write say no body: the fields of their records are read off their parameters, which may leave some out',
  at: '',
};

/** The file's name, or the host where every service has the same one. */
function titleOf(name: string, root: XmlElement): string {
  const base = root.first('resources')?.get('base')?.trim() ?? '';
  const host = URL.parse(base)?.hostname;
  return host !== undefined && /^(?:application|wadl|api|services?|test)?$/i.test(name) ? host : name;
}
