import { type Field, parsePath } from '../../model/index.ts';

/**
 * The names of the steps of every path, with references read for what they are: in `VendorRef.value` beside
 * `VendorRef.name`, the value is the vendor's id, and "Ref" says nothing.
 */
export function referenceNames(fields: readonly Field[]): ReadonlyMap<string, readonly string[]> {
  const paths = fields.map(({ path }) => ({ path, steps: parsePath(path).map(({ name }) => name) }));
  const named = new Set<string>();
  for (const { steps } of paths) {
    if (steps.length > 1 && /^(?:name|displayName|display)$/i.test(steps.at(-1) ?? '')) {
      named.add(steps.slice(0, -1).join('.'));
    }
  }
  return new Map(
    paths.map(({ path, steps }) => {
      const last = steps.at(-1) ?? '';
      const isReference = named.has(steps.slice(0, -1).join('.'));
      const read = steps.map((name, at) =>
        at < steps.length - 1 && name.length > 3 ? name.replace(/_?Ref$|_ref$/, '') : name,
      );
      if (isReference && /^value$/i.test(last)) read[read.length - 1] = 'id';
      return [path, read];
    }),
  );
}
