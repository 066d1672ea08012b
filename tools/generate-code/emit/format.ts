import { format } from 'prettier';

const parsers = { ts: 'typescript', json: 'json', yaml: 'yaml', yml: 'yaml', md: 'markdown' } as const;

/** Formats a generated file as a person would have; kinds prettier does not know stay as they are. */
export async function formatFile(path: string, content: string): Promise<string> {
  const extension = path.split('.').at(-1) ?? '';
  const parser = Object.hasOwn(parsers, extension) ? parsers[extension as keyof typeof parsers] : undefined;
  if (parser === undefined) return content;
  return format(content, { parser, singleQuote: true, printWidth: 100, embeddedLanguageFormatting: 'off' });
}
