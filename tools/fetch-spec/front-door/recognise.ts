import { isObject } from '../../core/json/json.ts';
import type { Loader } from '../formats/loader.ts';
import { notASpec } from './not-a-spec.ts';
import type { Opened } from './opened.ts';

/** The loader that reads a document, and the format it saw. Throws `not_a_spec` with what was seen instead. */
export function recognise(opened: Opened, loaders: readonly Loader[]): { loader: Loader; format: string } {
  for (const loader of loaders) {
    const format = loader.recognise(opened);
    if (format !== undefined) return { loader, format };
  }
  throw unrecognised(opened);
}

function unrecognised({ syntax, value }: Opened): Error {
  switch (syntax) {
    case 'html':
      return notASpec(
        'it is an HTML page',
        'It may be a login page or the documentation; give the URL or file of the description itself',
      );
    case 'xml':
      return notASpec('it is an XML document', 'Known are WSDL, XSD, WADL and OData metadata (EDMX)');
    case 'json':
    case 'ndjson':
    case 'yaml':
      break;
    default:
      return notASpec(`it is ${syntax}, and nothing in it describes an API`);
  }
  if (Array.isArray(value)) {
    return notASpec('it is a JSON list that holds no records', 'Sample records are a list of JSON objects');
  }
  if (!isObject(value)) return notASpec('it is a single value');
  const keys = Object.keys(value).slice(0, 6).join(', ');
  return notASpec(
    `it is ${syntax === 'yaml' ? 'YAML' : 'JSON'} without an "openapi" key or the marks of another format${keys === '' ? '' : ` (it has ${keys})`}`,
    'If it holds sample records, name their type as FILE#entity, or add them to a description with --samples',
  );
}
