import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type ToolContext, toCausewayError } from '../core/index.ts';
import type { ApiDescription } from '../model/index.ts';
import { addCatalog } from './catalog/add-catalog.ts';
import { describeSystem } from './catalog/describe-system.ts';
import { type FoundSystem, findSystem, unknownSystem } from './catalog/find-system.ts';
import { systemOfHost } from './catalog/system-of-host.ts';
import { loaders } from './formats/loaders.ts';
import { metadataLoader } from './formats/metadata/metadata-loader.ts';
import { describeLargeSamples } from './formats/samples/describe-large-samples.ts';
import { bundle } from './front-door/bundle.ts';
import { openSource } from './front-door/open-source.ts';
import { behindPage } from './front-door/page/behind-page.ts';
import { recognise } from './front-door/recognise.ts';
import { correct } from './overlay/correct.ts';
import { fetchSourceUrl } from './source/fetch-url.ts';
import { findRoot } from './source/find-root.ts';
import { readSourceFile, splitFragment } from './source/read-file.ts';
import type { Source } from './source/source.ts';

export interface Wanted {
  /** Name of a system, path or URL; `#` and a record type may follow. */
  readonly spec: string;
  /** Path of an overlay that corrects the description. */
  readonly overlay: string | null;
}

/**
 * Reads what a SPEC names: a system of the catalog, a path or a URL. A name goes before a file of the same name, which is
 * reached as `./name`.
 */
export async function readDescription(
  { spec, overlay }: Wanted,
  context: ToolContext,
): Promise<ApiDescription> {
  const read = (source: Source) => describe(source, overlay, context);
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(spec)) return read(await fetchSourceUrl(spec, context));
  const [name = ''] = spec.split('#', 1);
  const found = await findSystem(looksLikePath(name) ? '' : name, context.cwd);
  if (found !== undefined) return describeCatalog(found, read, context);
  if (looksLikePath(spec) || (await isThere(spec, context.cwd))) return describeFile(spec, read, context);
  throw await unknownSystem(name, context.cwd);
}

type Read = (source: Source) => Promise<ApiDescription>;

/** A system whose fields are not in the catalog is read from the description that its vendor publishes. */
async function describeCatalog(
  found: FoundSystem,
  read: Read,
  context: ToolContext,
): Promise<ApiDescription> {
  const { system, file } = found;
  const own = describeSystem(found);
  const [published] = system.descriptions;
  if (published === undefined || own.entities.some(({ fieldCount }) => fieldCount > 0)) return own;
  try {
    const { url } = published;
    const source = /^https?:/i.test(url)
      ? await fetchSourceUrl(url, context)
      : await readSourceFile(resolve(dirname(file ?? '.'), url), null, context);
    return addCatalog(await read(source), system);
  } catch (thrown) {
    context.signal.throwIfAborted();
    const error = toCausewayError(thrown);
    if (error.kind === 'bug') throw thrown;
    return {
      ...own,
      warnings: [
        ...own.warnings,
        {
          code: 'description_not_read',
          message: `The fields of ${system.title} are in its published description, which could not be read: ${error.message}. Download ${published.url} and give its path`,
          at: published.url,
        },
      ],
    };
  }
}

async function describeFile(spec: string, read: Read, context: ToolContext): Promise<ApiDescription> {
  const { path, entity } = await splitFragment(spec, context);
  const file = (await isFolder(path)) ? await findRoot(path) : path;
  return (
    (await describeLargeSamples(file, entity, context)) ?? read(await readSourceFile(file, entity, context))
  );
}

async function describe(
  source: Source,
  overlay: string | null,
  context: ToolContext,
): Promise<ApiDescription> {
  const opened = await bundle(await correct(await behindPage(openSource(source)), overlay, context));
  const { loader, format } = recognise(opened, loaders);
  const own = await loader.load(opened, format, context);
  const system =
    (await systemOfHost(own.api.baseUrl.replace(/^https?:\/\//, ''), context.cwd)) ??
    // An account's field metadata says by its form whose it is.
    (loader === metadataLoader ? (await findSystem(own.system, context.cwd))?.system : undefined);
  return system === undefined ? own : addCatalog(own, system);
}

function looksLikePath(spec: string): boolean {
  return /[/\\]|^[.~]|\.(?:json|ya?ml|ndjson|jsonl|gz|txt|xml|graphql|csv|html?|md|raml|proto|avsc|wsdl|xsd|edmx|wadl|har)(?:#.*)?$/i.test(
    spec,
  );
}

async function isThere(spec: string, cwd: string | null): Promise<boolean> {
  if (cwd === null) return false;
  return stat(resolve(cwd, spec)).then(
    () => true,
    () => false,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
