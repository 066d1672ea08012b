import { dirname, resolve } from 'node:path';
import { callerPath, readCallerFile } from '../../core/documents/caller-file.ts';
import { decode } from '../../core/documents/decode.ts';
import { RequestError, type ToolContext } from '../../core/index.ts';
import { isObject } from '../../core/json/json.ts';
import type { Opened } from '../front-door/opened.ts';
import { projectFiles } from '../source/project-folder.ts';
import { applyOverlay } from './apply-overlay.ts';
import { type Overlay, parseOverlay } from './overlay.ts';

/**
 * The description with the user's corrections: the overlay named by the caller, and those in `.causeway/overlays/` whose
 * `extends` names this description by URL or path. Throws `bad_overlay`, `unreadable_path`.
 */
export async function correct(opened: Opened, named: string | null, context: ToolContext): Promise<Opened> {
  const overlays = [
    ...(await overlaysFor(opened.source.origin, context)),
    ...(named === null ? [] : [await readOverlay(callerPath(named, context), context)]),
  ];
  let corrected = opened;
  for (const { overlay, path } of overlays) {
    if (!isObject(corrected.value)) {
      throw new RequestError(
        'overlay_not_applicable',
        `${path} corrects JSON and YAML descriptions, and this is ${opened.syntax}`,
        'Leave the overlay away',
      );
    }
    const { document, warnings } = applyOverlay(corrected.value, overlay, path);
    corrected = { ...corrected, value: document, warnings: [...corrected.warnings, ...warnings] };
  }
  return corrected;
}

interface Read {
  readonly overlay: Overlay;
  readonly path: string;
}

async function readOverlay(path: string, context: ToolContext): Promise<Read> {
  return { overlay: parseOverlay(decode(await readCallerFile(path, context.signal)), path), path };
}

async function overlaysFor(origin: string, context: ToolContext): Promise<Read[]> {
  const files = await projectFiles(context.cwd, 'overlays', /\.(?:ya?ml|json)$/i);
  const all = await Promise.all(files.map((path) => readOverlay(path, context)));
  return all.filter(({ overlay, path }) => {
    const target = overlay.extends;
    if (target === undefined) return false;
    return /^https?:/i.test(target) ? target === origin : resolve(dirname(path), target) === origin;
  });
}
