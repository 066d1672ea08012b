import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import type { JsonObject } from '../json/json.ts';
import { badSamples } from './bad-samples.ts';

const separators = [',', ';', '\t', '|'];

/** Have the first two lines the same number of columns, more than one, and is the first no `name: value`? */
export function looksLikeCsv(text: string): boolean {
  return separatorOf(text) !== undefined;
}

/** The records of a CSV text with a header, as texts: what looks like a number stays as it is written. */
export function csvTextRecords(text: string, name: string): JsonObject[] {
  try {
    return parseAll(text, options(text)) as JsonObject[];
  } catch (cause) {
    throw badSamples(name, message(cause), cause);
  }
}

/** The same, one record after the other. `head` is the beginning of what comes. */
export async function* csvRecords(stream: Readable, head: string, path: string): AsyncGenerator<JsonObject> {
  const parser = stream.pipe(parse(options(head)));
  stream.on('error', (error) => parser.destroy(error));
  try {
    for await (const record of parser) yield record as JsonObject;
  } catch (cause) {
    throw badSamples(path, message(cause), cause);
  }
}

function options(head: string) {
  return {
    bom: true,
    delimiter: separatorOf(head) ?? ',',
    columns: (names: string[]) => names.map((name, index) => name.trim() || `column${index + 1}`),
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

function separatorOf(text: string): string | undefined {
  const rows = (separator: string): string[][] => {
    try {
      return parseAll(text.slice(0, 20_000), {
        delimiter: separator,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        to: 2,
        bom: true,
      });
    } catch {
      return [];
    }
  };
  return separators.find((separator) => {
    const [header = [], first = []] = rows(separator);
    const named = header.every((name) => name.length < 120 && !/[{}<>]/.test(name));
    return (
      header.length > 1 && header.length === first.length && named && !/^[^,;\t|"]+:\s/.test(header[0] ?? '')
    );
  });
}

function message(cause: unknown): string {
  return `it is broken CSV: ${cause instanceof Error ? cause.message.slice(0, 150) : ''}`;
}
