import type protobuf from 'protobufjs';
import { optionText } from './options.ts';

/** A field's name in the JSON mapping: its `json_name`, else lowerCamelCase by the rule of protobuf. */
export function jsonName(field: protobuf.FieldBase): string {
  return (
    optionText(field, 'json_name') ??
    field.name.replaceAll(/_([a-z0-9A-Z])/g, (_, letter: string) => letter.toUpperCase()).replaceAll('_', '')
  );
}
