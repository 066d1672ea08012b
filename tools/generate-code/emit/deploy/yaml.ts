import { dump } from 'js-yaml';

/** One YAML document under a comment of ours. Names and texts from outside are quoted as YAML needs it. */
export function yamlFile(comment: string, ...documents: readonly object[]): string {
  const head = comment
    .split('\n')
    .map((line) => `# ${line}\n`)
    .join('');
  return head + documents.map((document) => dump(document, { lineWidth: -1, noRefs: true })).join('---\n');
}
