import { lastName, type Operation, parsePath } from '../../model/index.ts';
import type { Side } from '../plan/side.ts';
import { literal, templateText } from './literal.ts';
import { propertyEntry } from './property.ts';

/** What the placeholders of an operation's templates stand for in code. */
export interface Placeholders {
  /** Name of the constant with the field names. */
  readonly fields: string;
  /** Path of the match field; null where `{field}` cannot occur. */
  readonly matchField: string | null;
}

/** Whether any template of an operation holds a placeholder. */
export function uses(operation: Operation, placeholder: 'fields' | 'value' | 'since' | 'field'): boolean {
  return JSON.stringify([operation.query, operation.body]).includes(`{${placeholder}}`);
}

/** Field names as an operation's `{fields}` wants them. */
export function fieldNames(operation: Operation, side: Side, paths: readonly string[]): string[] {
  if (operation.quoting === 'soql') {
    // The names go into a query language as they are.
    return [
      ...new Set(
        paths.map((path) =>
          parsePath(path)
            .map(({ name }) => name)
            .join('.'),
        ),
      ),
    ].filter((name) => /^[A-Za-z0-9_.]+$/.test(name));
  }
  const bag = propertyBag(side);
  const names = paths.flatMap((path) => {
    const [head, second] = parsePath(path);
    if (bag === null) return head === undefined ? [] : [head.name];
    return head?.name === bag && second !== undefined ? [second.name] : [];
  });
  return [...new Set(names)].filter((name) => !name.includes(','));
}

/** The object that holds the fields a caller can choose from, as HubSpot's `properties`; null for flat records. */
function propertyBag({ entity }: Side): string | null {
  const counts = new Map<string, number>();
  for (const { path } of entity.fields) {
    const [head, second] = parsePath(path);
    if (head !== undefined && second !== undefined && !head.repeated) {
      counts.set(head.name, (counts.get(head.name) ?? 0) + 1);
    }
  }
  const [bag, inside] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (bag === undefined || inside === undefined) return null;
  const outside = entity.fields.filter(({ path, readOnly }) => parsePath(path)[0]?.name !== bag && !readOnly);
  return outside.length === 0 && inside * 2 > entity.fields.length ? bag : null;
}

/** A template string as source text. */
export function templateExpression(template: string, operation: Operation, names: Placeholders): string {
  const parts = template.split(/(\{(?:field|value|since|fields)\})/).filter((part) => part !== '');
  const code = parts.map((part, index) => placeholderCode(part, parts[index - 1] ?? '', operation, names));
  const [only] = code;
  if (code.length === 1 && only !== undefined) return typeof only === 'string' ? literal(only) : only.code;
  const text = code.map((part) => (typeof part === 'string' ? templateText(part) : `\${${part.code}}`));
  return code.some((part) => typeof part !== 'string') ? `\`${text.join('')}\`` : literal(code.join(''));
}

/** Fixed text as a string, what is known only at run time as code. */
function placeholderCode(
  part: string,
  before: string,
  operation: Operation,
  names: Placeholders,
): string | { readonly code: string } {
  switch (part) {
    case '{fields}':
      return { code: `${names.fields}.join(',')` };
    case '{field}':
      return fieldInQuery(operation, names.matchField ?? '');
    case '{value}':
      return { code: valueInQuery(operation, before) };
    case '{since}':
      return { code: sinceExpression(operation) };
    default:
      return part;
  }
}

function fieldInQuery(operation: Operation, path: string): string {
  return operation.quoting === 'soql'
    ? parsePath(path)
        .map(({ name }) => name)
        .join('.')
    : lastName(path);
}

/** The value, escaped as its query language wants; in quotes, unless the template has them. */
function valueInQuery(operation: Operation, before: string): string {
  if (operation.quoting === 'none') return 'value';
  if (operation.quoting === 'odata') {
    const doubled = `value.replaceAll("'", "''")`;
    return before.endsWith("'") ? doubled : `"'" + ${doubled} + "'"`;
  }
  const quote = operation.quoting === 'double' ? '"' : "'";
  return before.endsWith(quote) ? 'escapeQuoted(value)' : `quoted(value, ${literal(quote)})`;
}

function sinceExpression({ since }: Operation): string {
  switch (since) {
    case 'iso':
      return 'since.toISOString()';
    case 'date':
      return 'since.toISOString().slice(0, 10)';
    case 'epoch-ms':
      return 'String(since.getTime())';
    case 'epoch-s':
      return 'String(Math.floor(since.getTime() / 1000))';
  }
}

/** An operation's query parameters as the entries of an object literal. */
export function queryEntries(operation: Operation, names: Placeholders): string[] {
  const entries = Object.entries(operation.query).map(([name, template]) =>
    propertyEntry(name, templateExpression(template, operation, names)),
  );
  const { pagination } = operation;
  const limit = pagination?.limitParameter ?? null;
  const inBody = pagination?.kind === 'cursor' && pagination.in === 'body';
  if (limit !== null && pagination?.maxLimit != null && !inBody && !Object.hasOwn(operation.query, limit)) {
    entries.unshift(propertyEntry(limit, literal(String(pagination.maxLimit))));
  }
  return entries;
}

/** An operation's body template as source text. */
export function bodyExpression(body: Operation['body'], operation: Operation, names: Placeholders): string {
  if (body === '{fields}') return names.fields;
  if (typeof body === 'string') return templateExpression(body, operation, names);
  if (Array.isArray(body))
    return `[${body.map((inner) => bodyExpression(inner, operation, names)).join(', ')}]`;
  if (typeof body !== 'object' || body === null) return literal(body);
  return `{ ${bodyEntries(body, operation, names).join(', ')} }`;
}

/** The entries of an object in a body template. */
export function bodyEntries(body: Operation['body'], operation: Operation, names: Placeholders): string[] {
  return Object.entries(body ?? {}).map(([name, inner]) =>
    propertyEntry(name, bodyExpression(inner ?? null, operation, names)),
  );
}
