import { isObject, type Json } from '../../../core/json/json.ts';
import { bundle } from '../../front-door/bundle.ts';
import { openSource } from '../../front-door/open-source.ts';
import type { Source } from '../../source/source.ts';

/** An included file that is no RAML, as text. A JSON Schema that refers to other files has them put beside it. */
export async function includedText(text: string, source: Source): Promise<Json> {
  if (!/^\s*\{/.test(text) || !/"\$ref"\s*:\s*"[^#"]/.test(text)) return text;
  try {
    const opened = openSource(source);
    const bundled = await bundle(opened);
    return bundled === opened || !isObject(bundled.value) ? text : JSON.stringify(bundled.value);
  } catch {
    // Broken JSON: whoever reads it as a schema says so.
    return text;
  }
}
