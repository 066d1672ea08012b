import type protobuf from 'protobufjs';
import { optionValues } from './options.ts';

export interface Behaviours {
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly immutable: boolean;
  readonly identifier: boolean;
}

/**
 * What may be done with a field: by `google.api.field_behavior`, else by the words with which Google's style starts its
 * comment (`Output only.`), else by proto2's `required`.
 */
export function behaviours(field: protobuf.Field): Behaviours {
  const named = new Set(optionValues(field, '(google.api.field_behavior)').map(String));
  const opening =
    named.size > 0
      ? ''
      : (/^\s*((?:(?:required|optional|output only|input only|immutable|identifier)\.\s*)+)/i
          .exec(field.comment?.slice(0, 200) ?? '')?.[1]
          ?.toLowerCase() ?? '');
  const has = (name: string, words: string) => named.has(name) || opening.includes(words);
  return {
    required: has('REQUIRED', 'required.') || isProto2Required(field),
    readOnly: has('OUTPUT_ONLY', 'output only.'),
    writeOnly: has('INPUT_ONLY', 'input only.'),
    immutable: has('IMMUTABLE', 'immutable.'),
    identifier: has('IDENTIFIER', 'identifier.'),
  };
}

function isProto2Required({ rule, options }: protobuf.Field): boolean {
  const features: unknown = options?.['features'];
  const presence =
    typeof features === 'object' && features !== null && 'field_presence' in features
      ? features.field_presence
      : undefined;
  return rule === 'required' || presence === 'LEGACY_REQUIRED';
}
