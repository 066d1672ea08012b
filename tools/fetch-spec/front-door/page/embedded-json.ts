import { isTag } from 'domhandler';
import { findAll, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { isObject, type Json } from '../../../core/json/json.ts';

const start = /\{\s*"(?:openapi|swagger)"\s*:\s*"[23]\./;
const maxDepth = 8;
const maxNodes = 20_000;

/** The OpenAPI description that a page carries for its own script (Redoc, ReadMe, Swagger UI), as text; undefined when there is none. */
export function embeddedJson(html: string): string | undefined {
  if (!/["'](?:openapi|swagger)["']|&quot;(?:openapi|swagger)&quot;/.test(html)) return undefined;
  for (const text of carriers(html)) {
    const found = objectAt(text) ?? searched(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Texts of scripts, and long attributes, which renderers fill with state. */
function carriers(html: string): string[] {
  const elements = findAll(() => true, parseDocument(html, { decodeEntities: true }).children);
  return elements.flatMap((element) => [
    ...(element.name === 'script' ? [textContent(element)] : []),
    ...(isTag(element) ? Object.values(element.attribs).filter((value) => value.length > 100) : []),
  ]);
}

/** An object that begins as a description does, wherever it stands in a script. */
function objectAt(text: string): string | undefined {
  const from = start.exec(text)?.index;
  if (from === undefined) return undefined;
  const end = endOfObject(text, from);
  const json = end === undefined ? undefined : text.slice(from, end);
  return json !== undefined && isDescription(parsed(json)) ? json : undefined;
}

/** Behind the brace that closes the one at `from`. */
function endOfObject(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      at = endOfString(text, at);
    } else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** A description somewhere inside of a script that is JSON, or sets a variable to JSON. */
function searched(text: string): string | undefined {
  const root = parsed(text.replace(/^[^{[]*/, '').replace(/[;\s]*$/, ''));
  const queue: { value: Json; depth: number }[] = root === undefined ? [] : [{ value: root, depth: 0 }];
  for (let at = 0; at < queue.length && at < maxNodes; at += 1) {
    const next = queue[at];
    if (next === undefined) break;
    if (isDescription(next.value)) return JSON.stringify(next.value);
    if (next.depth >= maxDepth || typeof next.value !== 'object' || next.value === null) continue;
    for (const value of Object.values(next.value)) queue.push({ value, depth: next.depth + 1 });
  }
  return undefined;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function isDescription(value: Json | undefined): boolean {
  return (
    isObject(value) &&
    typeof (value['openapi'] ?? value['swagger']) === 'string' &&
    (isObject(value['paths']) || isObject(value['webhooks']) || isObject(value['components']))
  );
}
