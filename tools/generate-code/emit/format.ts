import { createHash } from 'node:crypto';
import { format } from 'prettier';

const parsers = { ts: 'typescript', json: 'json', yaml: 'yaml', yml: 'yaml', md: 'markdown' } as const;

/** Most files of two connectors are the same, and formatting them is most of the work of generating. */
const formatted = new Map<string, Promise<string>>();
const most = 2000;

/** Formats a generated file as a person would have; kinds prettier does not know stay as they are. */
export async function formatFile(path: string, content: string): Promise<string> {
  const extension = path.split('.').at(-1) ?? '';
  const parser = Object.hasOwn(parsers, extension) ? parsers[extension as keyof typeof parsers] : undefined;
  if (parser === undefined) return content;
  const key = `${parser} ${createHash('sha256').update(content).digest('base64')}`;
  const known = formatted.get(key);
  if (known !== undefined) return known;
  const result = format(content, {
    parser,
    singleQuote: true,
    printWidth: 100,
    embeddedLanguageFormatting: 'off',
  });
  formatted.set(key, result);
  const [oldest] = formatted.keys();
  if (formatted.size > most && oldest !== undefined) formatted.delete(oldest);
  return result;
}
