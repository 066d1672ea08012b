import { dump } from 'js-yaml';
import { Mapping } from '../../model/index.ts';
import type { Plan } from '../plan/plan.ts';
import type { GeneratedFile } from './generated-file.ts';

/** `mapping.yaml`: the reviewed contract, key by key as `causeway map --json` prints it. */
export function emitMapping({ mapping, mappingId, target }: Plan): GeneratedFile {
  const order = new Map([...target.fields.keys()].map((path, index) => [path, index]));
  const rows = mapping.rows.toSorted(
    (a, b) => (order.get(a.target) ?? order.size) - (order.get(b.target) ?? order.size),
  );
  // Parsing brings the keys into the order of the schema, whatever order the artifact had.
  const document = { id: mappingId, ...Mapping.parse({ ...mapping, rows }) };
  return { path: 'mapping.yaml', content: dump(document, { lineWidth: -1, noRefs: true }) };
}
