import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import type { Warning } from '../../model/index.ts';
import type { JsonObject } from '../json/json.ts';
import { badSamples } from './bad-samples.ts';
import { distinctColumns } from './distinct-columns.ts';
import { textFormats } from './text-formats.ts';

const separators = [',', ';', '\t', '|'];
/** How many rows below the header are looked at. */
const tried = 8;
/** A first line that says what separates the columns of the others. */
const declaration = /^\uFEFF?sep=(.)\r?\n/i;

/** Does it start with a header of several columns, none of them `name: value`, and rows that fit? */
export function looksLikeCsv(text: string): boolean {
  return separatorOf(text) !== undefined;
}

/** Can it be a header and rows of one column only? Any lines can be: ask this of what is called a CSV file. */
export function canBeOneColumn(text: string): boolean {
  const [header = '', first = ''] = text.split(/\r?\n/, 2);
  return isName(header) && first.trim() !== '';
}

/** The records of a CSV text with a header, as texts: what looks like a number stays as it is written. */
export function csvTextRecords(text: string, name: string, warnings: Warning[] = []): JsonObject[] {
  try {
    return parseAll(text, options(text, warnings)) as JsonObject[];
  } catch (cause) {
    throw badSamples(name, message(cause), cause);
  }
}

/** The same, one record after the other. `head` is the beginning of what comes. */
export async function* csvRecords(
  stream: Readable,
  head: string,
  path: string,
  warnings: Warning[],
): AsyncGenerator<JsonObject> {
  const parser = stream.pipe(parse(options(head, warnings)));
  stream.on('error', (error) => parser.destroy(error));
  try {
    for await (const record of parser) yield record as JsonObject;
  } catch (cause) {
    throw badSamples(path, message(cause), cause);
  }
}

function options(head: string, warnings: Warning[]) {
  return {
    bom: true,
    from_line: declaration.test(head) ? 2 : 1,
    delimiter: separatorOf(head) ?? ',',
    columns: hasHeader(head)
      ? (names: string[]) => distinctColumns(names, warnings)
      : unnamed(head, warnings),
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    // CSV has no null: an empty cell is no value.
    cast: (value: string, { header, quoting }: { header: boolean; quoting: boolean }) =>
      value === '' && !header && !quoting ? null : value,
    max_record_size: 1024 * 1024,
  };
}

/** Names for the columns of a file without any. */
function unnamed(head: string, warnings: Warning[]): string[] {
  const rows = rowsOf(withoutDeclaration(head), separatorOf(head) ?? ',');
  const width = Math.max(...rows.map((row) => row.length));
  warnings.push({
    code: 'no_header',
    message: `The first row holds values, so the ${width} columns are named by their position (column_1 …); put a header above them`,
    at: 'samples',
  });
  return Array.from({ length: width }, (_, at) => `column_${at + 1}`);
}

/** Does the first row name the columns? It does not where its cells are values like those below them. */
function hasHeader(head: string): boolean {
  const [first = [], ...rows] = rowsOf(withoutDeclaration(head), separatorOf(head) ?? ',');
  const alike = first.filter((cell, at) => {
    const form = formOf(cell);
    return form !== null && rows.length > 0 && rows.every((row) => formOf(row[at] ?? '') === form);
  });
  // A number may head a column (a year), but not every one.
  const numbersOnly = alike.every((cell) => formOf(cell) === 'number');
  return alike.length === 0 || (numbersOnly && alike.length < first.length);
}

/** A form of values that no name of a column has; a number alone may be one. */
function formOf(cell: string): string | null {
  if (/^-?\d+(?:[.,]\d+)?$/.test(cell)) return 'number';
  const found = textFormats.find(
    ({ name, field, matches }) => field === undefined && valueForms.has(name) && matches(cell),
  );
  return found?.name ?? null;
}

const valueForms = new Set(['date', 'date-time', 'rfc-822', 'uuid', 'email', 'uri', 'phone']);

function withoutDeclaration(head: string): string {
  return head.replace(declaration, '');
}

function separatorOf(text: string): string | undefined {
  const declared = declaration.exec(text)?.[1];
  if (declared !== undefined) return declared;
  return separators
    .map((separator) => ({ separator, columns: columnsOf(text, separator) }))
    .filter(({ columns }) => columns > 1)
    .toSorted((a, b) => b.columns - a.columns)[0]?.separator;
}

/** How many columns the header has by that separator; 0 when header or rows do not look like it. */
function columnsOf(text: string, separator: string): number {
  const [header = [], ...rows] = rowsOf(text, separator);
  // A cell may be left out at the end of a row, and a separator may stand behind the last.
  const filled = (row: readonly string[]) => row.findLastIndex((cell) => cell !== '') + 1;
  const size = filled(header);
  const fits = rows.filter((row) => row.length === header.length || filled(row) === size).length;
  const over = rows.filter((row) => filled(row) > header.length).length;
  return fits > 0 && fits * 2 >= rows.length && over === 0 && header.every(isName) ? size : 0;
}

function rowsOf(text: string, separator: string): string[][] {
  try {
    return parseAll(text.slice(0, 20_000), {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      to: tried + 1,
      bom: true,
    });
  } catch {
    return [];
  }
}

/** Short, without markup, and no `name: value` at the beginning. */
function isName(text: string, position = 0): boolean {
  return text.length < 120 && !/[{}<>]/.test(text) && (position > 0 || !/^[^,;\t|"]+:\s/.test(text));
}

function message(cause: unknown): string {
  return `it is broken CSV: ${cause instanceof Error ? cause.message.slice(0, 150) : ''}`;
}
