import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { RequestError } from '../../../core/index.ts';
import type { Warning } from '../../../model/index.ts';
import { buildTree, type RawNode } from './build-tree.ts';
import { readProlog } from './prolog.ts';
import type { XmlElement } from './xml-element.ts';

export interface XmlDocument {
  readonly root: XmlElement;
  readonly warnings: readonly Warning[];
}

/** Deepest nesting, and most tags, of a document that is read. */
const maxDepth = 100;
const maxTags = 3_000_000;

/**
 * XML text to a tree of elements. No DTD, no entities: a document that declares some is refused. Throws `not_a_spec` with
 * line and column, `unsafe_xml`, `too_deep`, `too_many_values`.
 */
export function readXml(given: string): XmlDocument {
  const text = given.trimStart();
  const warnings: Warning[] = [];
  const { rootAt, doctype } = readProlog(text);
  if (doctype !== null) {
    if (/<!ENTITY|%[\w.-]+;/i.test(doctype)) throw declaresEntities();
    warnings.push({
      code: 'doctype_ignored',
      message: 'The XML names a document type, which is neither fetched nor applied',
      at: '',
    });
  }
  const skipped = given.length - text.length;
  if (rootAt < 0) throw endsEarly('before its first element', given);
  if (countTags(text, rootAt) > maxTags) {
    throw new RequestError(
      'too_many_values',
      `The XML has more than ${maxTags.toLocaleString('en')} tags`,
      'Give a smaller part of the description',
    );
  }
  // What stands before the root was read; its lines stay for the positions in messages.
  const body = '\n'.repeat(linesBefore(given, skipped + rootAt)) + text.slice(rootAt);
  check(body, given);
  const roots = buildTree(parse(body));
  const [root] = roots;
  if (root === undefined) throw broken('it holds no element', 1, 1);
  return { root, warnings };
}

function check(text: string, given: string): void {
  const verdict = XMLValidator.validate(text);
  if (verdict === true) return;
  const { msg, line, col } = verdict.err;
  const open = openAtEnd(msg);
  if (open !== undefined) throw endsEarly(`where ${open} is not closed`, given);
  throw broken(msg.replace(/\.$/, ''), line, col);
}

function parse(text: string): RawNode[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    ignorePiTags: true,
    maxNestedTags: maxDepth,
    jPath: false,
  });
  try {
    return parser.parse(text);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    if (/nested/i.test(message)) {
      throw new RequestError(
        'too_deep',
        `The XML is nested deeper than ${maxDepth} elements`,
        'Give a description of ordinary depth',
      );
    }
    throw broken(message.slice(0, 200), undefined, undefined);
  }
}

function countTags(text: string, from: number): number {
  let count = 0;
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) count += 1;
  return count;
}

function linesBefore(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** Elements that are open where the text ends, out of the checker's message, which has no place for them; else undefined. */
function openAtEnd(message: string): string | undefined {
  const [, one, several] = /^(?:Unclosed tag '([^']*)'|Invalid '\[(.*)\]' found)/s.exec(message) ?? [];
  const names = one === undefined ? several?.split(',').map((name) => name.replaceAll(/["\s]/g, '')) : [one];
  return names?.map((name) => `<${name}>`).join(' ');
}

/** The error for a text that is cut off: its place is the end of what is there. */
function endsEarly(where: string, given: string): Error {
  const text = given.trimEnd();
  const line = linesBefore(text, text.length) + 1;
  return broken(`it ends ${where}`, line, text.length - text.lastIndexOf('\n'));
}

function declaresEntities(): Error {
  return new RequestError(
    'unsafe_xml',
    'The XML declares entities in its document type, which are never expanded',
    'Remove the <!DOCTYPE …> part and write what the entities stand for',
  );
}

function broken(why: string, line: number | undefined, column: number | undefined): Error {
  const at = line === undefined ? '' : ` at line ${line}, column ${column ?? 1}`;
  return new RequestError(
    'not_a_spec',
    `This is no API description: it is broken XML: ${why.replaceAll(/\s+/g, ' ').slice(0, 200)}${at}`,
    'Correct it at that place, or download it again: it may be cut off',
  );
}
