import { decode } from '../../core/documents/decode.ts';
import { type ParsedText, parseText } from '../../core/documents/parse-text.ts';
import { refuseForeignText } from './foreign-text.ts';

/** From bytes to a safe JSON value, whatever they were. Throws errors that name what was seen instead. */
export function readDocument(bytes: Uint8Array): ParsedText & { readonly characters: number } {
  const text = decode(bytes);
  refuseForeignText(text);
  return { ...parseText(text), characters: text.length };
}
