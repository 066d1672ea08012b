import type protobuf from 'protobufjs';
import { decode, unpack } from '../../../core/documents/decode.ts';
import { oneLine } from '../../../core/text/index.ts';
import type { Warning } from '../../../model/index.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Source } from '../../source/source.ts';
import { TypeIndex } from './type-index.ts';

export type Protobuf = typeof protobuf;

/** What a .proto file and those it imports define. */
export interface ParsedProto {
  readonly library: Protobuf;
  readonly root: protobuf.Root;
  readonly types: TypeIndex;
  readonly package: string;
  /** Names of what the file itself defines at its outermost level. */
  readonly own: ReadonlySet<string>;
  readonly warnings: readonly Warning[];
}

/** Imported files that are read, one after the other. */
const maxImports = 100;
/** Their types are known, or say nothing of records. */
const known = /^google\/(?:protobuf|api|type|rpc|longrunning|iam)\//;
/** Names that do harm as keys of the parser's objects. */
const harmful = /\b__proto__\b/;

/**
 * Parses a .proto file, and those it imports as far as they can be had. Throws `not_a_spec` with the line where the file
 * itself cannot be parsed.
 */
export async function parseProto(text: string, source: Source): Promise<ParsedProto> {
  const { default: library } = await import('protobufjs');
  const root = new library.Root();
  const options = { keepCase: true, alternateCommentMode: true };
  const parse = (proto: string) => {
    if (harmful.test(proto)) throw new Error('the name __proto__ is not allowed');
    return library.parse(proto, root, options);
  };
  let first: protobuf.IParserResult;
  try {
    first = parse(text);
  } catch (thrown) {
    throw broken(thrown);
  }
  const name = first.package ?? '';
  const own = new Set(
    (name === '' ? root.nestedArray : (scope(library, root, name)?.nestedArray ?? [])).map(
      (each) => each.fullName,
    ),
  );
  const warnings: Warning[] = [];
  const queue = (first.imports ?? []).map((path) => ({ path, from: source }));
  const seen = new Set<string>();
  for (let next = queue.shift(); next !== undefined && seen.size < maxImports; next = queue.shift()) {
    const { path, from } = next;
    if (seen.has(path)) continue;
    seen.add(path);
    const found = path.startsWith('google/protobuf/') ? undefined : await related(from, path);
    const warn = (message: string) => {
      if (!known.test(path)) warnings.push({ code: 'missing_import', message, at: oneLine(path, 200) });
    };
    if (found === undefined) {
      warn(`The imported file ${oneLine(path, 200)} cannot be read; fields of its types are not described`);
      continue;
    }
    try {
      const { imports } = parse(decode(unpack(found.bytes)));
      for (const inner of imports ?? []) queue.push({ path: inner, from: found });
    } catch {
      warn(
        `The imported file ${oneLine(path, 200)} is no readable protobuf; fields of its types are not described`,
      );
    }
  }
  return { library, root, types: new TypeIndex(library, root), package: name, own, warnings };
}

function scope(library: Protobuf, root: protobuf.Root, name: string): protobuf.Namespace | undefined {
  const found = root.lookup(name);
  return found instanceof library.Namespace ? found : undefined;
}

/** By its path as written, else beside the file: folders are seldom kept as the imports have them. */
async function related(from: Source, path: string): Promise<Source | undefined> {
  return (await from.related(path)) ?? (await from.related(path.split('/').at(-1) ?? path));
}

function broken(thrown: unknown): Error {
  const why = thrown instanceof Error ? thrown.message : '';
  const line = /\(line (\d+)\)/.exec(why)?.[1];
  const what = thrown instanceof RangeError ? 'it is nested too deeply' : why.replace(/\s*\(line \d+\)/, '');
  return notASpec(
    `its protobuf is broken${line === undefined ? '' : ` at line ${line}`}: ${oneLine(what, 200)}`,
    'Correct it at that place, or download the .proto file again',
  );
}
