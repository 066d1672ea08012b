import { type Field, type FieldInput, Field as FieldSchema, parsePath } from '../../model/index.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { type FieldFacts, factsKey } from '../openapi/field-facts.ts';

interface Node {
  field: Field | undefined;
  readonly children: Map<string, Node>;
  repeated: boolean;
}

/** Fields with their paths as the JSON Schema of the record they are in: the reverse of projecting one. */
export function schemaOfFields(fields: readonly FieldInput[]): JsonObject {
  const root = emptyNode();
  for (const input of fields) {
    const field = FieldSchema.parse(input);
    let node = root;
    for (const { name, repeated } of parsePath(field.path)) {
      let inner = node.children.get(name);
      if (inner === undefined) {
        inner = emptyNode();
        node.children.set(name, inner);
      }
      inner.repeated ||= repeated;
      node = inner;
    }
    node.field ??= field;
  }
  return objectOf(root);
}

function emptyNode(): Node {
  return { field: undefined, children: new Map(), repeated: false };
}

function objectOf(node: Node): JsonObject {
  const children = [...node.children];
  const required = children.filter(([, { field }]) => field?.required === true).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(children.map(([name, child]) => [name, schemaOf(child)])),
    ...(required.length > 0 ? { required } : {}),
  };
}

function schemaOf(node: Node): JsonObject {
  const inner = node.children.size > 0 ? objectOf(node) : node.field === undefined ? {} : leafOf(node.field);
  return node.repeated ? { type: 'array', items: inner } : inner;
}

function leafOf(field: Field): JsonObject {
  const wire = field.wireType ?? wireOf(field.type);
  const facts: FieldFacts = {
    type: field.type,
    ...(field.wireType === null ? {} : { wireType: field.wireType }),
    ...(field.format === null ? {} : { format: field.format }),
    ...(field.label === null ? {} : { label: field.label }),
    ...(field.reference === null ? {} : { reference: field.reference }),
    ...(field.custom ? { custom: true } : {}),
    ...(field.requiredWhen === null ? {} : { requiredWhen: field.requiredWhen }),
    ...(field.present === null ? {} : { present: field.present }),
    ...(field.confidence === 1 ? {} : { confidence: field.confidence }),
    ...(field.at === '' ? {} : { at: field.at }),
    ...labelsOf(field),
  };
  return {
    ...(wire === null ? {} : { type: wire }),
    ...(field.nullable ? { nullable: true } : {}),
    ...(field.description === null ? {} : { description: field.description }),
    ...(field.readOnly ? { readOnly: true } : {}),
    ...(field.writeOnly ? { writeOnly: true } : {}),
    ...(field.deprecated ? { deprecated: true } : {}),
    ...(field.maxLength === null ? {} : { maxLength: field.maxLength }),
    ...(field.default === null ? {} : { default: field.default as Json }),
    ...(field.enum.length === 0 ? {} : { enum: field.enum.map(({ value }) => value) }),
    [factsKey]: Object.fromEntries(Object.entries(facts)) as JsonObject,
  };
}

function labelsOf(field: Field): Pick<FieldFacts, 'enumLabels'> {
  const labels = field.enum.flatMap(({ value, label }) =>
    label === null ? [] : [[String(value), label] as const],
  );
  return labels.length === 0 ? {} : { enumLabels: Object.fromEntries(labels) };
}

function wireOf(type: Field['type']): string | null {
  if (type === 'any') return null;
  return type === 'date' || type === 'date-time' || type === 'time' ? 'string' : type;
}
