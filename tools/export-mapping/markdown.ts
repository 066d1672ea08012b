import type { IdentifiedMapping } from './identified-mapping.ts';

/** A table for people, as in the pull request but plain: rows, what has no source, what is lossy. */
export function toMarkdown(mapping: IdentifiedMapping): string {
  const { source, target } = mapping;
  const parts = [
    `# ${text(`${source.system} ${source.entity}`)} → ${text(`${target.system} ${target.entity}`)}`,
    '',
    '| target | source | transform | confidence | status |',
    '|---|---|---|---:|---|',
    ...mapping.rows.map(
      (row) =>
        `| ${code(row.target)} | ${row.sources.map(code).join(' + ')} | ${text(row.transform.kind)} | ${row.confidence.toFixed(2)} | ${row.status} |`,
    ),
  ];
  if (mapping.unmappedRequired.length > 0) {
    parts.push('', 'Required, without a source:', '');
    for (const { target: path, why } of mapping.unmappedRequired) parts.push(`- ${code(path)}: ${text(why)}`);
  }
  if (mapping.incompatibilities.length > 0) {
    parts.push('', 'Does not fit as it is:', '');
    for (const one of mapping.incompatibilities) {
      parts.push(
        `- ${code(one.source)} → ${code(one.target)}: ${text(one.message)}${one.lossy ? ' (lossy)' : ''}`,
      );
    }
  }
  return `${parts.join('\n')}\n`;
}

/** Outside text in a table cell: no markup, no line break, no pipe. */
function text(value: string): string {
  return value.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>|#!~]/g, (mark) => `\\${mark}`);
}

/** Code in a table cell: a backtick or a pipe would end it. */
function code(value: string): string {
  const plain = value.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  const fence = plain.includes('`') ? '``' : '`';
  return fence === '``' ? `\`\` ${plain} \`\`` : `\`${plain}\``;
}
