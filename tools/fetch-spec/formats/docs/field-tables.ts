import type { ListItem } from './block.ts';
import { type DocField, fieldOfRow, pathOf, type RowWords } from './field-row.ts';
import { typeOfWords } from './type-words.ts';

const columns: readonly (readonly [keyof RowWords, RegExp])[] = [
  [
    'name',
    /^(?:name|field|field name|attribute|property|parameter|param|key|argument|column|header|member)s?$/,
  ],
  ['type', /^(?:type|data ?type|format|schema|value type)$/],
  ['required', /^(?:required\??|mandatory|optional|req(?:uired)?\.?|presence|is required)$/],
  ['fallback', /^(?:default|default value)$/],
  ['values', /^(?:values|enum|possible values|allowed values|accepted values|options)$/],
  ['place', /^(?:in|location|where|parameter type|located in|position)$/],
  ['description', /^(?:description|details?|notes?|meaning|comments?|explanation|summary|about|definition)$/],
];

/** The fields of a table whose header says that it lists some, or whose first cells are all names. */
export function fieldsOfTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  at: string,
): DocField[] {
  const found = new Map<keyof RowWords, number>();
  for (const [index, title] of header.entries()) {
    const plain = title.toLowerCase().replaceAll(/[*`:]/g, '').trim();
    const column = columns.find(([name, pattern]) => pattern.test(plain) && !found.has(name));
    if (column !== undefined) found.set(column[0], index);
  }
  if (!found.has('name')) {
    const typed = found.has('type') || found.has('description');
    const names = rows.filter(([first = '']) => pathOf(first) !== undefined && /^[`\w]/.test(first)).length;
    // Without a header two of three columns must look right.
    if (!(header.length === 0 || typed) || rows.length < 2 || names < rows.length * 0.9) return [];
    found.set('name', 0);
    if (header.length === 0) {
      const widest = Math.max(...rows.map((row) => row.length));
      if (widest < 2) return [];
      if (widest > 2) found.set('type', 1);
      found.set('description', widest > 2 ? 2 : 1);
    }
  }
  if (found.size < 2) return [];
  const cell = (row: readonly string[], name: keyof RowWords) => {
    const index = found.get(name);
    return index === undefined ? '' : (row[index] ?? '');
  };
  const optionalColumn = found.has('required') && /^optional/i.test(header[found.get('required') ?? 0] ?? '');
  return rows.flatMap((row) => {
    const words = Object.fromEntries(columns.map(([name]) => [name, cell(row, name)])) as unknown as RowWords;
    const required = optionalColumn
      ? /^\s*(?:no|false)/i.test(words.required)
        ? 'yes'
        : 'no'
      : words.required;
    return fieldOfRow({ ...words, required, at }) ?? [];
  });
}

/** The fields of a list whose entries start with a name in bold or code: `- **email** (string, required) – …`. */
export function fieldsOfList(items: readonly ListItem[], at: string, before = ''): DocField[] {
  const named = items.filter(({ name }) => name !== null && pathOf(name) !== undefined);
  if (items.length === 0 || named.length < items.length * 0.8 || (before === '' && named.length < 2))
    return [];
  return named.flatMap(({ name, text, items: inner }) => {
    const rest = text.slice(text.indexOf(name ?? '') + (name ?? '').length).trim();
    const { type, required, description } = wordsOf(rest);
    const own = fieldOfRow({
      name: ownName(name ?? '', before),
      type,
      required,
      description,
      fallback: '',
      values: '',
      place: '',
      at,
    });
    if (own === undefined) return [];
    const nested = inner.length === 0 ? [] : fieldsOfList(inner, at, `${own.field.path}.`);
    // A value list below a field is no list of fields.
    return nested.length > 0 &&
      (own.field.type === 'object' || own.field.type === 'array' || own.field.type === 'any')
      ? nested
      : [own];
  });
}

/** What stands behind a name, taken apart: `(string, required) – The mail`, `nullable string The mail`. */
function wordsOf(rest: string): Pick<RowWords, 'type' | 'required' | 'description'> {
  const typed = /^\(([^)]{1,80})\)\s*[:–—-]?\s*/.exec(rest) ?? bareType(rest);
  const [type = '', ...marks] = (typed?.[1] ?? '').split(/\s*[,;]\s*|\s+(?=required\b|optional\b)/i);
  return {
    type: type.trim(),
    required: marks.find((word) => /required|optional/i.test(word)) ?? '',
    description: (typed === null ? rest : rest.slice(typed[0].length)).replace(/^[:–—-]\s*/, ''),
  };
}

/** A type without brackets, and whether the field must be there, before the sentence. */
function bareType(rest: string): RegExpExecArray | null {
  const found =
    /^((?:(?:nullable|required|optional)\s+)?[a-z]\w*(?:\s+of\s+[a-z]+|\[\])?(?:\s+or\s+null)?(?:\s*,?\s*(?:required|optional|nullable))*)(?:\s*[.:–—-]|\s+(?=\P{Ll})|$)\s*/u.exec(
      rest,
    );
  return found !== null && typeOfWords(found[1] ?? '') !== undefined ? found : null;
}

/** Some references write a nested field with its whole path. */
function ownName(name: string, before: string): string {
  const parent = before.replace(/(?:\[\])?\.$/, '');
  return parent !== '' && name.startsWith(`${parent}.`)
    ? `${before}${name.slice(parent.length + 1)}`
    : `${before}${name}`;
}
