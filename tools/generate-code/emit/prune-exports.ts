import type { GeneratedFile } from './generated-file.ts';

const exportedFunction =
  /(?:^\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?^export (?:async )?function\*? (\w+)[\s\S]*?^\}\n\n?/gm;
const namedImport = /^import (type )?\{([^}]*)\} from (["'][^"']*["']);\n/gm;

/**
 * Takes out of templates the exported functions that this connector does not use, and the imports that only they
 * needed. What is left may leave more unused: call it until nothing changes.
 */
export function pruneExports(files: readonly GeneratedFile[]): GeneratedFile[] {
  return files.map((file) => {
    if (file.template !== true || !file.path.startsWith('src/')) return file;
    const others = files.filter(({ path }) => path !== file.path);
    const content = pruned(file.content, (name) => others.some((other) => imports(other.content, name)));
    return content === file.content ? file : { ...file, content, formatted: false };
  });
}

function pruned(text: string, usedElsewhere: (name: string) => boolean): string {
  const left = text.replace(exportedFunction, (code, name: string) =>
    usedElsewhere(name) || mentions(text.replace(code, ''), name) ? code : '',
  );
  if (left === text) return text;
  const body = left.replace(namedImport, '');
  return left.replace(namedImport, (_, type: string | undefined, names: string, module: string) => {
    const used = names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && mentions(body, name.replace(/^type /, '')));
    return used.length === 0 ? '' : `import ${type ?? ''}{ ${used.join(', ')} } from ${module};\n`;
  });
}

function imports(text: string, name: string): boolean {
  return [...text.matchAll(namedImport)].some(([, , names = '']) => mentions(names, name));
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text);
}
