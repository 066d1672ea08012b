import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { callerPath, readCallerFile } from '../../core/documents/caller-file.ts';
import type { ToolContext } from '../../core/index.ts';
import { relatedFiles } from './related-file.ts';
import { baseName, type Source } from './source.ts';

/** Reads a file named by the caller. `entity` is the record type he named with it. */
export async function readSourceFile(
  path: string,
  entity: string | null,
  context: ToolContext,
): Promise<Source> {
  const bytes = await readCallerFile(path, context.signal);
  return {
    bytes,
    origin: path,
    name: baseName(path),
    entity,
    related: relatedFiles(path, dirname(path), context),
  };
}

/** `orders.json#order` → path and record type. A file whose own name has a `#` comes first. */
export async function splitFragment(
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
