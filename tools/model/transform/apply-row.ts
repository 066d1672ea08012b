import type { MappingRow } from '../mapping.ts';
import { applyTransform } from './apply.ts';
import { holds } from './condition.ts';
import { relatedPaths } from './transform.ts';

/**
 * What a row makes of a source record, of which `read` answers the value at a path; `undefined` means "nothing to write",
 * also where the row's condition does not hold. Throws `TransformError` as the transform does.
 */
export function applyRow(
  { transform, sources, when }: Pick<MappingRow, 'transform' | 'sources' | 'when'>,
  read: (path: string) => unknown,
): unknown {
  if (when !== undefined && !holds(when, read(when.source))) return undefined;
  return applyTransform(transform, sources.map(read), read);
}

/** Every source path that a row reads: its sources, their neighbours, and what its condition asks. */
export function readPaths({
  sources,
  transform,
  when,
}: Pick<MappingRow, 'transform' | 'sources' | 'when'>): string[] {
  return [...new Set([...sources, ...relatedPaths(transform), ...(when === undefined ? [] : [when.source])])];
}
