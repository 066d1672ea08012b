import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ToolContext } from '../core/index.ts';
import { catalogKey } from '../core/openapi/catalog-key.ts';
import type { ApiDescription } from '../model/index.ts';
import { addCatalog } from './catalog/add-catalog.ts';
import { describeSystem } from './catalog/describe-system.ts';
import { findSystem, unknownSystem } from './catalog/find-system.ts';
import { systemOfHost } from './catalog/system-of-host.ts';
import { readDocument } from './front-door/read-document.ts';
import { recognise } from './front-door/recognise.ts';
import { describeOpenApi } from './openapi/describe-openapi.ts';
import { readServer } from './openapi/server.ts';
import { validationWarnings } from './openapi/validate.ts';
import { describeSamples } from './samples/describe-samples.ts';
import { fetchSourceUrl } from './source/fetch-url.ts';
import { readSourceFile } from './source/read-file.ts';
import type { Source } from './source/source.ts';

/**
 * Reads what a SPEC names: a bundled system, a path or a URL. A name goes before a file of the same name, which is
 * reached as `./name`.
 */
export async function readDescription(spec: string, context: ToolContext): Promise<ApiDescription> {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(spec)) return describe(await fetchSourceUrl(spec, context));
  const [name = ''] = spec.split('#', 1);
  const system = await findSystem(looksLikePath(name) ? '' : name);
  if (system !== undefined) return describeSystem(system);
  if (looksLikePath(spec) || (await isFile(spec, context.cwd)))
    return describe(await readSourceFile(spec, context));
  throw await unknownSystem(name);
}

async function describe(source: Source): Promise<ApiDescription> {
  const { value, syntax, characters, warnings } = readDocument(source.bytes);
  const recognised = recognise(value, syntax, source.entity !== null);
  if (recognised.kind === 'samples') {
    const description = describeSamples(recognised.records, source);
    return { ...description, warnings: [...warnings, ...description.warnings] };
  }
  const { format } = recognised;
  // Only we write this key: a document must not bring facts of its own under it.
  const { [catalogKey]: _, ...document } = recognised.document;
  const host = readServer(document, source.origin)?.host;
  const system = host === undefined ? undefined : await systemOfHost(host);
  const own = describeOpenApi({ document, format, origin: source.origin, system: system?.system ?? null });
  const all = {
    ...own,
    warnings: [...warnings, ...own.warnings, ...(await validationWarnings(document, characters))],
  };
  return system === undefined ? all : addCatalog(all, system);
}

function looksLikePath(spec: string): boolean {
  return /[/\\]|^[.~]|\.(?:json|ya?ml|ndjson|jsonl|gz|txt|xml|graphql|csv|html?)(?:#.*)?$/i.test(spec);
}

async function isFile(spec: string, cwd: string | null): Promise<boolean> {
  if (cwd === null) return false;
  return stat(resolve(cwd, spec)).then(
    (stats) => stats.isFile(),
    () => false,
  );
}
