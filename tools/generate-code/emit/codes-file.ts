import { codeListTexts } from '../../model/index.ts';
import { type GeneratedFile, generatedHeader } from './generated-file.ts';

const titles: Readonly<Record<keyof typeof codeListTexts, string>> = {
  countries: 'Countries after ISO 3166-1: two letters, three letters, English name, other names in use.',
  states: 'States, territories and provinces of the United States and Canada: two letters, English name.',
};

/** `codes.ts`: the code lists that transform.ts looks values up in; null when it needs none. */
export function emitCodes(lists: readonly (keyof typeof codeListTexts)[]): GeneratedFile | null {
  if (lists.length === 0) return null;
  const parts = lists.map(
    (list) => `/** ${titles[list]} */\nexport const ${list} = \`\n${codeListTexts[list].trim()}\n\`;\n`,
  );
  return { path: 'src/codes.ts', content: `${generatedHeader}${parts.join('\n')}` };
}
