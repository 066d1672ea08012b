const block = /^\uFEFF?---\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/;

/**
 * Markdown with its front matter turned into what a reader sees of it: the title as the first heading, and the call that
 * MDX references name there (`api: "POST https://…"`, `openapi: "GET /v1/orders"`) below it.
 */
export function withoutFrontMatter(markdown: string): string {
  const found = block.exec(markdown);
  if (found === null) return markdown;
  const [all, lines = ''] = found;
  const title = setting(lines, 'title');
  const call = /\b(GET|POST|PUT|PATCH|DELETE)\s+(\S{1,500})/.exec(
    `${setting(lines, 'api') ?? ''} ${setting(lines, 'openapi') ?? ''}`,
  );
  const heading = title === null ? '' : `# ${title}\n\n`;
  const named = call === null ? '' : `\`${call[1]} ${call[2]}\`\n\n`;
  return `${heading}${named}${markdown.slice(all.length)}`;
}

function setting(lines: string, name: string): string | null {
  const found = new RegExp(`^${name}:[ \\t]*(.{1,600})$`, 'm').exec(lines)?.[1];
  return found === undefined ? null : found.trim().replace(/^(["'])(.*)\1$/, '$2');
}
