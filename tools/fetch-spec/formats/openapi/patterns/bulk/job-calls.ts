import type { HttpCall } from '../../http-call.ts';

const jobPlaceholder =
  /^\/\{(?:\w{1,30}_)?(?:bulk_?)?(?:job|import|export|batch)(?:_?-?(?:id|identifier|key|uid|guid))?\}$/i;

/** Paths of collections whose members are jobs by the name of their placeholder or step: `/imports` for `/imports/{importId}`. */
export function jobCollections(calls: readonly HttpCall[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { method, path } of calls) {
    const slash = path.lastIndexOf('/{');
    if (method !== 'GET' || slash < 0 || path.length > 500 || path.indexOf('/', slash + 1) >= 0) continue;
    const collection = path.slice(0, slash);
    const step = collection.slice(collection.lastIndexOf('/') + 1);
    const bulk = /bulk|batch|import|export|ingest/i.test(collection);
    const job = jobPlaceholder.test(path.slice(slash)) || /^(?:imports?|exports?|batches)$/i.test(step);
    if (bulk && job) found.add(collection);
  }
  return found;
}
