import { marked } from 'marked';
import { decode } from '../../../core/documents/decode.ts';
import type { ApiDescription } from '../../../model/index.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import { entityName } from '../../naming/words.ts';
import type { Source } from '../../source/source.ts';
import type { Loader } from '../loader.ts';
import { describeOpenApi } from '../openapi/describe-openapi.ts';
import type { Placed } from './block.ts';
import { blocksOfHtml } from './blocks-of-html.ts';
import type { Documented } from './documented.ts';
import { withoutFrontMatter } from './front-matter.ts';
import { linkedPages } from './linked-pages.ts';
import { openApiOfDocs } from './openapi-of-docs.ts';
import { readPage } from './read-page.ts';

const call = /\b(?:GET|POST|PUT|PATCH|DELETE)\b[\s:`]*(?:<[^>]*>\s*)*(?:https?:\/\/|\/)[\w{:]/;
const table = /<table[\s>]|^\s*\|?[^\n|]+\|[^\n]+\n\s*\|?\s*:?-{2,}/im;

/** Reference pages written for people: HTML, Markdown, and `llms.txt` with the pages it links. */
export const docsLoader: Loader = {
  name: 'docs',
  recognise({ syntax, text, source }: Opened) {
    if (syntax !== 'html' && syntax !== 'markdown') return undefined;
    if (isLlmsTxt(text, source)) return 'llms-txt';
    const head = text.slice(0, 2_000_000);
    if (syntax === 'html' && isNoPage(head)) return undefined;
    return call.test(head) || table.test(head) || /\bcurl\b/.test(head) ? `docs-${syntax}` : undefined;
  },
  async load({ source, text, syntax, warnings }, format): Promise<ApiDescription> {
    const documented: Documented = { calls: [], objects: [], servers: [], prose: [] };
    const pages = [{ name: pageName(source), text, html: syntax === 'html' }];
    const missing: string[] = [];
    if (format === 'llms-txt') {
      const linked = await linkedPages(text, source);
      missing.push(...linked.missing);
      if (linked.pages.length === 0 && linked.missing.length > 0) throw onlyLinks(linked.missing);
      pages.push(
        ...linked.pages.map((page) => {
          const content = decode(page.bytes);
          return { name: pageName(page), text: content, html: /^\s*</.test(content) };
        }),
      );
    }
    for (const page of pages) readPage(blocksOf(page.text, page.html), page.name, documented);
    const fields = fieldCount(documented);
    if (documented.calls.length === 0 && !documented.objects.some((object) => object.fields.length >= 2)) {
      throw notASpec(
        `it is ${syntax === 'html' ? 'an HTML page' : 'Markdown'} in which no call and no table of fields was found`,
        'Give the page of the reference that shows endpoints or fields, or a machine-readable description',
      );
    }
    const title = titleOf(text, syntax === 'html') ?? source.name;
    const own = describeOpenApi({
      document: openApiOfDocs(documented, title),
      format,
      origin: source.origin,
    });
    return {
      ...own,
      entities: withObjects(own, documented),
      warnings: [
        ...warnings,
        {
          code: 'read_from_docs',
          message: `${documented.calls.length} calls and ${fields} fields were read from documentation for people; check them against real answers (--samples)`,
          at: '',
        },
        ...missing.map((link) => ({
          code: 'page_not_read',
          message: `The linked page ${JSON.stringify(link.slice(0, 200))} could not be read`,
          at: link.slice(0, 200),
        })),
        ...own.warnings.filter(({ code }) => code !== 'no_operations'),
      ],
    };
  },
};

function onlyLinks(links: readonly string[]): Error {
  const [first = ''] = links;
  return notASpec(
    `it is an index of pages, and none of the ${links.length} that it links could be read (first: ${first.slice(0, 200)})`,
    'Give one of those pages: the one that shows endpoints or fields',
  );
}

function blocksOf(text: string, html: boolean): Placed[] {
  return blocksOfHtml(
    html ? text : (marked.parse(withoutFrontMatter(text), { async: false, gfm: true }) as string),
  );
}

/** Objects that no path leads to are record types as well. */
function withObjects(own: ApiDescription, { objects }: Documented): ApiDescription['entities'] {
  const known = new Set(
    own.entities.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => name.toLowerCase()),
  );
  return [
    ...own.entities,
    ...objects.flatMap(({ name, fields }) => {
      const short = entityName(name);
      if (fields.length < 2 || known.has(short.toLowerCase())) return [];
      return {
        name: short,
        label: name,
        aliases: name === short ? [] : [name],
        operations: {},
        fieldCount: fields.length,
        schemaAt: `/components/schemas/${short}`,
      };
    }),
  ];
}

function fieldCount({ calls, objects }: Documented): number {
  return (
    calls.reduce((sum, { request, response }) => sum + request.length + response.length, 0) +
    objects.reduce((sum, { fields }) => sum + fields.length, 0)
  );
}

/** A page to log in, an error, or an application without content. */
function isNoPage(html: string): boolean {
  return (
    /<input\b[^>]*type=["']?password/i.test(html) ||
    /<title>[^<]*(?:log ?in|sign ?in|404|not found|access denied|forbidden)[^<]*<\/title>/i.test(html)
  );
}

/** `# Title`, a summary, and mostly links: the index for language models. */
function isLlmsTxt(text: string, { origin }: Source): boolean {
  if (/(?:^|[/\\])llms\.txt$/i.test(origin)) return true;
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 300);
  const links = lines.filter((line) => /^\s*[-*]\s*\[[^\]]+\]\([^)]+\)/.test(line)).length;
  return /^#\s/.test(text.trimStart()) && links >= 2 && links * 2 >= lines.length && !call.test(text);
}

function titleOf(text: string, html: boolean): string | null {
  const found = html
    ? (/<title[^>]*>([^<]{1,200})<\/title>/i.exec(text)?.[1] ??
      /<h1[^>]*>([^<]{1,200})<\/h1>/i.exec(text)?.[1])
    : /^#\s+(.{1,200})$/m.exec(withoutFrontMatter(text))?.[1];
  const title = found?.replaceAll(/\s+/g, ' ').trim() ?? '';
  return title === '' ? null : title;
}

function pageName({ origin }: Source): string {
  return origin.split(/[/\\]/).at(-1) ?? origin;
}
