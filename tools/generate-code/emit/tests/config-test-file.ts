import type { Plan } from '../../plan/plan.ts';
import { systemsOf, variablesOf } from '../config-file.ts';
import { type GeneratedFile, generatedHeader } from '../generated-file.ts';
import { literal } from '../literal.ts';

/** `test/config.test.ts` */
export function emitConfigTest(plan: Plan): GeneratedFile {
  const needed = systemsOf(plan)
    .flatMap(variablesOf)
    .map(({ env }) => env);
  const [side] = systemsOf(plan);
  const base = `${side?.envPrefix}_BASE_URL`;
  const content = `${generatedHeader}import { expect, test } from 'vitest';
import { ConfigError } from '../src/config-error.ts';
import { readConfig } from '../src/config.ts';
import { environment } from './fakes.ts';

test('a complete environment is read, with defaults for the rest', () => {
  expect(readConfig(environment)).toMatchObject({ stateDir: './.state', logLevel: 'info' });
});

${
  needed.length === 0
    ? ''
    : `test('everything that is missing is named at once', () => {
  expect(namedIn({})).toStrictEqual(${literal([...new Set(needed)].sort())});
});

`
}test('an empty variable is a missing one', () => {
  expect(readConfig({ ...environment, STATE_DIR: '' }).stateDir).toBe('./.state');
});

test('a wrong value is named and not shown', () => {
  const environmentWith = { ...environment, ${base}: 'ftp://hidden.example', LOG_LEVEL: 'hidden' };
  expect(namedIn(environmentWith)).toStrictEqual(${literal([base, 'LOG_LEVEL'].sort())});
  expect(() => readConfig(environmentWith)).not.toThrow(/hidden/);
});

/** Names of the variables that the error complains of. */
function namedIn(given: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(given);
  } catch (error) {
    if (error instanceof ConfigError) {
      return [...error.message.matchAll(/^ {2}([A-Z0-9_]+):/gm)].map(([, name = '']) => name).sort();
    }
    throw error;
  }
  return [];
}
`;
  return { path: 'test/config.test.ts', content };
}
