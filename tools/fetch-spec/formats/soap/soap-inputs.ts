import { arrayOf, type JsonObject, objectOf, textOf } from '../../../core/json/json.ts';
import { readPointer } from '../../../core/json/pointer.ts';
import { plainName } from '../openapi/patterns/name-words.ts';
import { limitName, offsetName, pageName } from '../openapi/patterns/pagination/paging-names.ts';
import { membersOf } from './envelope-records.ts';

/** A plain value somewhere in a message. */
export interface SoapInput {
  /** Its dot path from the message's body element. */
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly format: string | null;
  /** Must it be there, with all that it is inside of? */
  readonly required: boolean;
}

const maxDepth = 3;
const maxFound = 300;
/** Who asks, not what is asked for. */
const caller =
  /^(?:session|sessionid|sessionkey|token|accesstoken|authtoken|apikey|username|user|login|password|passport|credentials?|authentication|auth|header|version|language|locale)$/;

/** The plain values in a message down to a depth, the outermost first. Lists are left out: they hold records. */
export function inputsOf(document: JsonObject, start: string | null): SoapInput[] {
  const found: SoapInput[] = [];
  const queue = start === null ? [] : [{ at: start, path: '', depth: 0, required: true }];
  const seen = new Set<string>();
  for (let next = queue.shift(); next !== undefined && found.length < maxFound; next = queue.shift()) {
    if (seen.has(next.at)) continue;
    seen.add(next.at);
    const needed = requiredOf(document, next.at);
    for (const [name, member] of membersOf(document, next.at)) {
      const step = name.replaceAll('\\', '\\\\').replaceAll('.', '\\.');
      const path = next.path === '' ? step : `${next.path}.${step}`;
      const required = next.required && (needed === 'all' || needed.has(name));
      const reference = textOf(member['$ref']);
      const target = reference?.startsWith('#/')
        ? objectOf(readPointer(document, reference.slice(1)))
        : member;
      const type = textOf(target['type']);
      if (type === 'array') continue;
      if (type === 'object' || 'properties' in target || ('allOf' in target && !('enum' in target))) {
        if (reference?.startsWith('#/') && next.depth < maxDepth)
          queue.push({ at: reference.slice(1), path, depth: next.depth + 1, required });
      } else found.push({ path, name, type: type ?? 'string', format: textOf(target['format']), required });
    }
  }
  return found;
}

/** Can an operation be called without saying which records are wanted? Who asks and which page is no such condition. */
export function asksForNothing(document: JsonObject, input: string | null): boolean {
  if (input === null) return false;
  const needed = requiredOf(document, input);
  return membersOf(document, input)
    .map(([name]) => name)
    .filter((name) => needed === 'all' || needed.has(name))
    .map(plainName)
    .every(
      (name) => caller.test(name) || [limitName, pageName, offsetName].some((paging) => paging.test(name)),
    );
}

/** Members that must be there. Parameters of an rpc call (`<name>.input`) all are. */
function requiredOf(document: JsonObject, pointer: string): ReadonlySet<string> | 'all' {
  const schema = objectOf(readPointer(document, pointer));
  if (/\.input$/.test(pointer) && schema['required'] === undefined && schema['allOf'] === undefined)
    return 'all';
  const names = new Set<string>();
  const entered = new Set<string>();
  const enter = (part: JsonObject): void => {
    for (const name of arrayOf(part['required'])) names.add(String(name));
    const reference = textOf(part['$ref']);
    if (reference?.startsWith('#/') && !entered.has(reference) && entered.size < 50) {
      entered.add(reference);
      enter(objectOf(readPointer(document, reference.slice(1))));
    }
    for (const inner of arrayOf(part['allOf'])) enter(objectOf(inner));
  };
  enter(schema);
  return names;
}

/**
 * The member of a record by which a call reads one of them: that which is called as the only id the call is given. Null
 * where the record has an `id`, which needs no telling, or where several or none fit.
 */
export function keyOfRecord(
  document: JsonObject,
  record: string,
  inputs: readonly SoapInput[],
  names: readonly string[],
) {
  const members = membersOf(document, record).map(([name]) => name);
  if (members.some((name) => /^(?:id|internalid)$/.test(plainName(name)))) return null;
  const ids = inputs
    .map(({ name }) => plainName(name))
    .filter((name) => /(?:id|uuid|guid|key|code|number|no)$/.test(name) && !caller.test(name));
  const wanted = ids.flatMap((id) => (id === 'id' ? names.map((name) => `${plainName(name)}id`) : [id]));
  const found = [...new Set(members.filter((name) => wanted.includes(plainName(name))))];
  return found.length === 1 ? (found[0] ?? null) : null;
}
