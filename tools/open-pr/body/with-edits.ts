import { besideName, type Edits } from '../git/index.ts';
import { code } from './markdown.ts';
import { bodyLimit } from './section.ts';

/** The body with what became of people's changes in generated files, at its end. */
export function withEdits(body: string, { merged, conflicts }: Edits): string {
  if (merged.length + conflicts.length === 0) return body;
  const lines = [
    '## Changes of yours in generated files',
    '',
    ...conflicts.map(
      (path) =>
        `- [ ] ${code(path)}: your lines and the new ones are the same, so **your file stays as it is**. The generated one is ${code(besideName(path))}: take over what you need, then delete it.`,
    ),
    ...merged.map((path) => `- ${code(path)}: your changes are kept, merged with the new code. Have a look.`),
    '',
    'What is meant to stay belongs in `src/overrides.ts`, which is never generated anew.',
  ];
  const section = `\n${lines.join('\n')}\n`;
  return body.length + section.length <= bodyLimit ? body + section : body;
}
