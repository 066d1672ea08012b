import { expect, test } from 'vitest';
import { pairInput } from '../__fixtures__/pairs.ts';
import { generateConnector } from '../index.ts';

test('nothing is exported that nothing uses', async () => {
  const { files } = await generateConnector(await pairInput('stripe-customer-to-hubspot-contact'));
  const exported = files
    .filter(({ path }) => path.startsWith('src/') && path !== 'src/values.ts')
    .flatMap(({ content }) =>
      [...content.matchAll(/^export (?:async )?function\*? (\w+)/gm)].map(([, name = '']) => name),
    );
  const uses = (name: string) =>
    files.reduce(
      (count, { content }) => count + [...content.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length,
      0,
    );
  expect(exported.filter((name) => uses(name) < 2)).toStrictEqual([]);
  expect(exported).toContain('idsOfMatches');
  expect(exported).not.toContain('mapLimited');
});
