import { testContext } from '../../../tools/core/__fixtures__/test-context.ts';
import { toCausewayError } from '../../../tools/core/index.ts';
import { fetchSpec } from '../../../tools/fetch-spec/index.ts';

/** What `inspect` makes of one file. */
export interface Inspected {
  readonly file: string;
  /** `usable`: record types with fields; `thin`: a model without fields, and warnings; `error`: refused with words. */
  readonly outcome: 'usable' | 'thin' | 'error' | 'crash';
  readonly format: string;
  readonly entities: number;
  readonly fields: number;
  readonly warnings: number;
  readonly ms: number;
  /** What the error says. */
  readonly says: string;
}

/** Reads one file as `causeway inspect` does. Never throws: a bug is an outcome. */
export async function inspectFile(path: string, file: string): Promise<Inspected> {
  const start = performance.now();
  const none = { file, format: '', entities: 0, fields: 0, warnings: 0 };
  try {
    const { output } = await fetchSpec.run({ spec: path }, testContext({ cwd: '/' }));
    const fields = output.entities.reduce((sum, entity) => sum + entity.fieldCount, 0);
    return {
      ...none,
      outcome: output.entities.length > 0 && fields > 0 ? 'usable' : 'thin',
      format: output.format,
      entities: output.entities.length,
      fields,
      warnings: output.warnings.length,
      ms: Math.round(performance.now() - start),
      says: '',
    };
  } catch (thrown) {
    const error = toCausewayError(thrown);
    return {
      ...none,
      outcome: error.kind === 'bug' ? 'crash' : 'error',
      ms: Math.round(performance.now() - start),
      says: `${error.code}: ${error.message}. ${error.hint}`,
    };
  }
}
