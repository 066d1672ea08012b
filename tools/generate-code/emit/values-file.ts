import { type GeneratedFile, generatedHeader } from './generated-file.ts';
import { readTemplate } from './template-files.ts';

/** `values.ts`: the helpers that transform.ts calls, and no others. Null when it calls none. */
export async function emitValues(used: ReadonlySet<string>): Promise<GeneratedFile | null> {
  const parts = new Map<string, string>();
  let usesRecordError = false;
  const add = async (file: string): Promise<void> => {
    if (parts.has(file)) return;
    parts.set(file, '');
    const text = await readTemplate(`values/${file}`);
    for (const [, neighbour] of text.matchAll(/^import .* from '\.\/([a-z-]+\.ts)';$/gm)) {
      if (neighbour !== undefined) await add(neighbour);
    }
    usesRecordError ||= text.includes("'../src/record-error.ts'");
    // Inserted after what it needs, so that the file reads from the simple to the composed.
    parts.delete(file);
    parts.set(file, text.replace(/^import .*\n/gm, '').trim());
  };
  for (const helper of [...used].sort()) await add(`${helperFile(helper)}.ts`);
  if (parts.size === 0) return null;
  const imports = usesRecordError ? "import { RecordError } from './record-error.ts';\n\n" : '';
  return {
    path: 'src/values.ts',
    content: `${generatedHeader}${imports}${[...parts.values()].join('\n\n')}\n`,
  };
}

function helperFile(helper: string): string {
  return helper.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
