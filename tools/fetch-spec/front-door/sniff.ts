import type { Syntax } from './opened.ts';

const graphql =
  /^\s*(?:"""[\s\S]*?"""\s*)?(?:extend\s+)?(?:(?:type|interface|enum|input|union|scalar)\s+[A-Z_a-z]\w*|schema|directive\s+@\w+)\b[^:\n]*(?:[{=(]|$)/m;

/** How a text is written, by its first lines; `yaml` when nothing else fits. */
export function sniff(text: string): Exclude<Syntax, 'ndjson'> {
  const head = text.slice(0, 20_000).trimStart();
  if (head.startsWith('<')) return /^<!doctype html|^<html|<(?:body|head)[\s>]/i.test(head) ? 'html' : 'xml';
  if (/^[{[]/.test(head)) return 'json';
  if (/^#%RAML/.test(head)) return 'raml';
  if (/^\s*["']?(?:openapi|swagger|asyncapi)["']?\s*:/m.test(head)) return 'yaml';
  if (/^\s*syntax\s*=\s*["']proto/m.test(head) || /^\s*message\s+\w+\s*\{/m.test(head)) return 'protobuf';
  if (looksLikeMarkdown(head) && !graphql.test(head)) return 'markdown';
  if (graphql.test(withoutComments(head))) return 'graphql';
  if (looksLikeCsv(head)) return 'csv';
  return 'yaml';
}

/** A page with front matter, or one that starts with a heading and is not commented YAML. */
function looksLikeMarkdown(head: string): boolean {
  const page = head.replace(/^---\n[\s\S]{0,4000}?\n---\s*\n/, '').trimStart();
  if (page !== head && /^#{1,6}\s+\S/m.test(page)) return true;
  if (/^[^\n:]{2,100}\n(?:={3,}|-{3,})\s*\n/.test(page)) return true;
  if (!/^(?:#{1,6}\s+\S|FORMAT:\s*1A)/.test(page)) return false;
  const yamlKey = /^\s*[\w-]+:\s*$/m.test(head.slice(0, 400));
  // Tables, code fences, lists under a second heading and links are nothing that commented YAML has.
  return !yamlKey || /^```|^\|.*\|\s*$|^#{2,6}\s+\S|\]\(https?:/m.test(page);
}

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*#.*$/gm, '');
}

/** Two first lines with the same columns, and no `name:` in the first. */
function looksLikeCsv(text: string): boolean {
  const [first = '', second = ''] = text.split('\n', 2);
  if (/^[^,;\t]*:(?:\s|$)/.test(first)) return false;
  return [',', ';', '\t'].some((separator) => {
    const columns = first.split(separator).length;
    return columns > 1 && columns === second.split(separator).length;
  });
}
