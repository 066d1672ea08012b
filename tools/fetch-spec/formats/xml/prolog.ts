/** What stands before the root element: where that begins, and the document type declaration if there is one. */
export interface Prolog {
  /** Index of the root's `<`; -1 when there is no element. */
  readonly rootAt: number;
  readonly doctype: string | null;
}

/** Reads past declaration, processing instructions, comments and document type. Never looks behind the root's `<`. */
export function readProlog(text: string): Prolog {
  let at = 0;
  let doctype: string | null = null;
  for (;;) {
    at = text.indexOf('<', at);
    if (at < 0) return { rootAt: -1, doctype };
    let end: number;
    if (text.startsWith('<?', at)) end = after(text, '?>', at);
    else if (text.startsWith('<!--', at)) end = after(text, '-->', at + 4);
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      end = doctypeEnd(text, at);
      doctype = text.slice(at, end < 0 ? text.length : end);
    } else return { rootAt: at, doctype };
    if (end < 0) return { rootAt: -1, doctype };
    at = end;
  }
}

/** Local name of the root element and its start tag, as far as the head of the text tells; undefined when there is none. */
export function rootOf(text: string): { name: string; tag: string } | undefined {
  // A licence may stand before the root.
  const head = text.slice(0, 100_000);
  const { rootAt } = readProlog(head);
  if (rootAt < 0) return undefined;
  const name = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(head.slice(rootAt, rootAt + 300))?.[1];
  if (name === undefined) return undefined;
  const end = head.indexOf('>', rootAt);
  return { name, tag: head.slice(rootAt, end < 0 ? head.length : end + 1) };
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** End of a document type: its `>` outside of quotes and of the internal subset in brackets. */
function doctypeEnd(text: string, from: number): number {
  let inside = false;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (text.startsWith('<!--', at)) {
      at = after(text, '-->', at + 4) - 1;
      if (at < 0) return -1;
    } else if (char === '"' || char === "'") {
      at = text.indexOf(char, at + 1);
      if (at < 0) return -1;
    } else if (char === '[') inside = true;
    else if (char === ']') inside = false;
    else if (char === '>' && !inside) return at + 1;
  }
  return -1;
}
