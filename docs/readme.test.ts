import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tools } from '../agent/index.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the tool table of the README is what the tools declare', () => {
  const rows = tools.map(
    (tool) =>
      `| \`${tool.name}\` | ${tool.effects} | ${tool.description.split('. ')[0]?.replace(/\.$/, '')} |`,
  );
  expect(read('../README.md')).toContain(
    ['| tool | effects | what it does |', '|---|---|---|', ...rows].join('\n'),
  );
});

test('.env.example lists every variable that is read, and no other', () => {
  const listed = [...read('../.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]).sort();
  const used = [...read('../tools/core/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)]
    .map((match) => match[1])
    .sort();
  expect(listed).toStrictEqual(used);
});

test('links in the documents lead somewhere', () => {
  for (const page of [
    '../README.md',
    '../CONTRIBUTING.md',
    './architecture.md',
    './mcp.md',
    './slack.md',
    './intake.md',
    './catalog.md',
  ]) {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '');
    for (const link of links)
      expect(() =>
        readFileSync(
          new URL(link.endsWith('/') ? `${link}0001-toolchain.md` : link, new URL(page, import.meta.url)),
        ),
      ).not.toThrow();
  }
});
