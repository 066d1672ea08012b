import { textOf } from '../../../../../core/json/json.ts';
import type { Located, SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import { nameWords } from '../name-words.ts';

/** A name with what the document says of it: an input of a call or a property of its answer. */
export interface Named {
  readonly name: string;
  readonly description?: string;
  readonly schema: Located | undefined;
}

const fillers =
  /^(?:an?|the|this|that|it|of|to|for|in|on|by|is|be|or|and|with|use|used|using|optional|required|parameter|param|value|string|query|default|example|eg)$/;

/** The description of an input, else that of its schema. */
export function saidOf(reader: SchemaReader, { description = '', schema }: Named): string {
  if (description.trim() !== '' || schema === undefined) return description.slice(0, 400);
  return textOf(reader.shape(schema).keywords['description'])?.slice(0, 400) ?? '';
}

/** What is said of an input beyond its own name and words that say nothing; '' where that is all. */
export function saidBesides(reader: SchemaReader, named: Named): string {
  const own = new Set(nameWords(named.name.slice(named.name.lastIndexOf('.') + 1)));
  return saidOf(reader, named)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !own.has(word) && !fillers.test(word))
    .join(' ');
}

/** One of a few words, none of them a number: a choice, which neither counts nor continues. */
export function isChoice(reader: SchemaReader, { schema }: Named): boolean {
  const values = schema === undefined ? [] : reader.shape(schema).enum.filter((value) => value !== null);
  return values.length > 1 && values.every((value) => !/^-?\d+$/.test(String(value).slice(0, 30)));
}
