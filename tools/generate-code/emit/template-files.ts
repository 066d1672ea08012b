import { readFile } from 'node:fs/promises';
import { type GeneratedFile, templateHeader } from './generated-file.ts';

const templates = new URL('../templates/', import.meta.url);

/** Text of a file under templates/. */
export async function readTemplate(name: string): Promise<string> {
  return readFile(new URL(name, templates), 'utf8');
}

/** Files that are the same in every connector, copied from templates/. */
export async function copyTemplates(names: readonly string[]): Promise<GeneratedFile[]> {
  return Promise.all(
    names.map(async (name) => ({
      // Test templates are not named .test.ts, else our own test run would pick them up.
      path: name.replace(/^test\/(.*)-test\.ts$/, 'test/$1.test.ts'),
      content: `${templateHeader}${await readTemplate(name)}`,
      formatted: true,
      template: true,
    })),
  );
}
