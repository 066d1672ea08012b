import { stat } from 'node:fs/promises';
import { callerPath, readCallerFile } from '../../core/documents/caller-file.ts';
import type { ToolContext } from '../../core/index.ts';
import { baseName, type Source } from './source.ts';

/** Reads a file named by the caller; `orders.json#order` names the record type as well. */
export async function readSourceFile(spec: string, context: ToolContext): Promise<Source> {
  const { path, entity } = await splitFragment(spec, context);
  const bytes = await readCallerFile(path, context.signal);
  return { bytes, origin: path, name: baseName(path), entity };
}

/** A file whose own name has a `#` comes first. */
async function splitFragment(
  spec: string,
  context: ToolContext,
): Promise<Pick<Source, 'entity'> & { path: string }> {
  const whole = callerPath(spec, context);
  const hash = spec.lastIndexOf('#');
  if (hash <= 0) return { path: whole, entity: null };
  const exists = await stat(whole).then(
    () => true,
    () => false,
  );
  if (exists) return { path: whole, entity: null };
  return { path: callerPath(spec.slice(0, hash), context), entity: spec.slice(hash + 1) || null };
}
