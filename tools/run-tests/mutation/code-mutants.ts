import { Instrumenter } from '@stryker-mutator/instrumenter';
import type { Mutant, MutatedFiles } from './mutant.ts';

/** What decides whether records arrive: transform and sync with what they lean on. */
const mutated =
  /^src\/(?:transform|prepare|sync|write-record|dead-letters|changes-in-order|conflicts|each-limited|http|ids|json|pages|record-error|retry|sublists|values)\.ts$/;

/** Texts are mostly messages, which no test should spell out; the paths among them are rows, see mapping-mutants. */
const excluded = ['StringLiteral'];

const silent = () => undefined;
const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

/** The usual mutants of mutation testing, put into the connector's own logic by StrykerJS's instrumenter. */
export async function mutateCode(files: Readonly<Record<string, string>>): Promise<MutatedFiles> {
  const chosen = Object.entries(files).filter(([path]) => mutated.test(path));
  const result = await new Instrumenter(logger).instrument(
    chosen.map(([name, content]) => ({ name, content, mutate: true })),
    { excludedMutations: excluded, ignorers: [], plugins: null },
  );
  const mutants = result.mutants
    .filter(({ status }) => status === undefined)
    .map(({ id, fileName, location, replacement }): Mutant => {
      const original = textAt(files[fileName] ?? '', location);
      return {
        id,
        kind: 'code',
        what: `${short(original)} → ${short(replacement ?? '')}`,
        at: `${fileName}:${location.start.line + 1}`,
      };
    });
  const instrumented = result.files.map(({ name, content }) => [name, content] as const);
  return { files: { ...files, ...Object.fromEntries(instrumented) }, mutants };
}

interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** Lines and columns from 0, the end not included. */
function textAt(source: string, { start, end }: Location): string {
  const lines = source.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  return lines
    .map((line, index) => line.slice(index === 0 ? start.column : 0, index === last ? end.column : undefined))
    .join('\n');
}

function short(code: string): string {
  const line = code.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
