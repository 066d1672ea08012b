import type { Field } from '../../model/index.ts';

/** Fields of a record as read, and as sent when it is created or changed; null where the document says nothing. */
export interface SideFields {
  readonly record: readonly Field[] | null;
  readonly create: readonly Field[] | null;
  readonly update: readonly Field[] | null;
}

/**
 * One list of fields from the sides: what is only read is read-only, what is only sent is write-only, what must be sent
 * on creation is required. In the order of the record, then of what is only sent.
 */
export function mergeSides({ record, create, update }: SideFields): Field[] {
  const sent = new Map([...(update ?? []), ...(create ?? [])].map((field) => [field.path, field]));
  const created = new Map((create ?? []).map((field) => [field.path, field]));
  const above = pathsAbove(sent.keys());
  // A list whose elements have something that must be sent must itself be sent.
  const needed = pathsAbove((create ?? []).filter((field) => field.required).map(({ path }) => path));
  const knowsWrites = sent.size > 0;
  const read = (record ?? []).map((field): Field => {
    const twin = created.get(field.path);
    const written = sent.has(field.path) || above.has(plain(field.path)) || isInside(field.path, sent);
    // What must be sent can be written, whatever the record says of itself.
    const isOwn = field.readOnly && twin?.required !== true;
    const readOnly = isOwn || (knowsWrites && !written);
    const required = !readOnly && (twin?.required ?? needed.has(plain(field.path)));
    return {
      ...field,
      required,
      requiredWhen: readOnly || required ? null : (twin?.requiredWhen ?? null),
      readOnly,
      writeOnly: field.writeOnly,
      description: field.description ?? twin?.description ?? null,
      maxLength: field.maxLength ?? twin?.maxLength ?? null,
      enum: field.enum.length > 0 ? field.enum : (twin?.enum ?? []),
      ...surerOf(field, twin),
    };
  });
  const known = new Set(read.map((field) => field.path));
  const readable = new Map(read.map((field) => [field.path, field]));
  const only = [...sent.values()].filter(
    (field) => !known.has(field.path) && !isInside(field.path, readable),
  );
  const extra = only.map((field): Field => {
    const required = created.get(field.path)?.required ?? false;
    const isRead = record === null && !field.writeOnly;
    return { ...field, required, writeOnly: !isRead, present: isRead && field.present };
  });
  return [...read, ...extra];
}

/** Where the field is described, and how sure that is: of both sides, the surer. */
function surerOf(field: Field, twin: Field | undefined): Pick<Field, 'at' | 'confidence'> {
  const { at, confidence } = twin !== undefined && twin.confidence > field.confidence ? twin : field;
  return { at, confidence };
}

/** Paths that are written in part, without the mark of a list: `a` and `a.b` for `a.b[].c`. */
function pathsAbove(paths: Iterable<string>): ReadonlySet<string> {
  const above = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
      above.add(plain(path.slice(0, end)));
    }
    above.add(plain(path));
  }
  return above;
}

/** Without the mark of a list at its end. */
function plain(path: string): string {
  return path.replace(/\[\]$/, '');
}

/** Is the path below a field whose inside is not described (a free-form map)? */
function isInside(path: string, fields: ReadonlyMap<string, Field>): boolean {
  for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
    const before = path.slice(0, end);
    const outer = fields.get(before) ?? fields.get(plain(before));
    if (outer !== undefined && (outer.type === 'object' || outer.type === 'array')) return true;
  }
  return false;
}
