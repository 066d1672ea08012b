import type { Readable } from 'node:stream';
import { Tokenizer, TokenType } from '@streamparser/json';
import { besideRecords as beside, recordLists } from '../documents/records-in.ts';
import { isRecordMap } from './record-map.ts';

/** Where in a JSON object the records are: names of members on the way, and whether what is there is a list or a map. */
export interface RecordPlace {
  readonly at: readonly string[];
  readonly each: boolean;
}

interface Member {
  kind: 'object' | 'list' | 'scalar';
  /** Elements of a list, or members of an object, that are objects, and those that are none. */
  objects: number;
  others: number;
  /** The members of an object. */
  readonly inner: Map<string, Member>;
}

/** After so many objects a list is one of records, whatever else comes. */
const decided = 1_000;
/** How deep members are looked at, and how many of one object. */
const maxDepth = 2;
const maxMembers = 2_000;

const ownId = /^(?:_?id|uuid|guid|gid)$/i;
const wrappers = /^(?:data|results?|response|payload|body|content|record|_embedded)$/i;
/** Where the records of a JSON text are that is one object, or several of one form, found in the first without keeping any of it. */
export async function findRecordPlace(stream: Readable): Promise<RecordPlace> {
  const scan = new Scan();
  for await (const chunk of stream) {
    if (!scan.write(chunk as Uint8Array)) break;
  }
  return placeIn(scan.root);
}

/** The records are in the one list that is no part of a record: no own id beside it, and nothing that a record would have. */
function placeIn(root: Member): RecordPlace {
  const whole = { at: [], each: false };
  const members = [...root.inner];
  if (members.some(([name, { kind }]) => ownId.test(name) && kind === 'scalar')) return whole;
  const known = recordLists.find((name) => holdsRecords(root.inner.get(name)));
  if (known !== undefined) return { at: [known], each: true };
  for (const [name, member] of members) {
    if (!wrappers.test(name) || member.kind !== 'object' || [...member.inner.keys()].some(isOwnId)) continue;
    const lists = [...member.inner].filter(([inner, list]) => holdsRecords(list) && !beside.test(inner));
    const [only] = lists;
    const bare = [...member.inner.keys()].every((inner) => inner === only?.[0] || beside.test(inner));
    if (lists.length === 1 && only !== undefined && (bare || name === '_embedded'))
      return { at: [name, only[0]], each: true };
  }
  const own = members.filter(([name]) => !beside.test(name));
  const [only] = own;
  if (own.length === 1 && only !== undefined) {
    const [name, member] = only;
    if (holdsRecords(member)) return { at: [name], each: true };
    if (member.kind === 'object' && wrappers.test(name)) return { at: [name], each: false };
  }
  const objects = members.every(([, { kind }]) => kind === 'object');
  const named = members.map(([name, { inner }]) => [name, [...inner.keys()]] as const);
  return objects && isRecordMap(named) ? { at: [], each: true } : whole;
}

function holdsRecords(member: Member | undefined): boolean {
  return member?.kind === 'list' && member.objects > 0 && member.objects >= member.others;
}

function isOwnId(name: string): boolean {
  return ownId.test(name);
}

/** Reads tokens and counts what stands where, two levels deep. */
class Scan {
  readonly root: Member = { kind: 'object', objects: 0, others: 0, inner: new Map() };
  /** What is open now: undefined is a member that is too deep to be looked at. */
  readonly #open: { member: Member | undefined; list: boolean; key: string | undefined }[] = [];
  readonly #tokenizer = new Tokenizer({ separator: '' });
  #begun = false;
  #done = false;

  constructor() {
    // A broken text is told by the parser that reads the records.
    this.#tokenizer.onError = () => {
      this.#done = true;
    };
    this.#tokenizer.onToken = ({ token, value }) => this.#take(token, value);
  }

  /** Is there more to be read? */
  write(chunk: Uint8Array): boolean {
    this.#tokenizer.write(chunk);
    return !this.#done && !this.#tokenizer.isEnded;
  }

  #take(token: TokenType, value: unknown): void {
    if (this.#done) return;
    const top = this.#open.at(-1);
    switch (token) {
      case TokenType.LEFT_BRACE:
      case TokenType.LEFT_BRACKET:
        this.#enter(token === TokenType.LEFT_BRACKET);
        break;
      case TokenType.RIGHT_BRACE:
      case TokenType.RIGHT_BRACKET:
        this.#open.pop();
        break;
      case TokenType.COMMA:
        if (top !== undefined) top.key = undefined;
        break;
      case TokenType.COLON:
      case TokenType.SEPARATOR:
        break;
      default:
        if (top?.list === false && top.key === undefined) top.key = String(value);
        else this.#place('scalar');
    }
  }

  #enter(list: boolean): void {
    // Another text begins: it is like the first.
    if (this.#open.length === 0 && this.#begun) this.#done = true;
    if (this.#done) return;
    this.#begun = true;
    const member = this.#open.length === 0 ? this.root : this.#place(list ? 'list' : 'object');
    this.#open.push({ member, list, key: undefined });
  }

  /** Counts a value where it stands; the member it is, if it is one that is looked at. */
  #place(kind: Member['kind']): Member | undefined {
    const top = this.#open.at(-1);
    if (top?.member === undefined) return undefined;
    if (kind === 'object') top.member.objects += 1;
    else top.member.others += 1;
    if (top.list) {
      if (top.member.objects > decided) this.#done = true;
      return undefined;
    }
    if (top.key === undefined || this.#open.length > maxDepth || top.member.inner.size >= maxMembers)
      return undefined;
    const member: Member = { kind, objects: 0, others: 0, inner: new Map() };
    top.member.inner.set(top.key, member);
    return member;
  }
}
