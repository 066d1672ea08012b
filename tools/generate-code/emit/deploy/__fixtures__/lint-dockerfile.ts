import { createRequire } from 'node:module';

interface DockerfileLint {
  run(configPath: string, content: string): { readonly line: number; readonly title: string }[];
}

/** dockerfilelint's findings: `line: what`. The package brings no types. */
export function lintDockerfile(content: string): string[] {
  const lint = createRequire(import.meta.url)('dockerfilelint') as DockerfileLint;
  return lint.run('/nowhere', content).map(({ line, title }) => `${line}: ${title}`);
}
