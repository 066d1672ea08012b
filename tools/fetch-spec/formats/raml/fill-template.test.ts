import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../core/json/json.ts';
import { fillTemplate } from './fill-template.ts';

const fill = (template: Json, parameters: JsonObject, left = 1_000) =>
  fillTemplate(template, parameters, new Map(), { left });

test.each([
  ['<<path | !singularize>>', 'garden-plots', 'garden-plot'],
  ['Get<<path|!singularize|!uppercamelcase>>Answer', 'garden-plots', 'GetGardenPlotAnswer'],
  ['<<path|!lowercamelcase>>', 'garden-plots', 'gardenPlots'],
  ['x <<path|!upperunderscorecase>>', 'gardenPlots', 'x GARDEN_PLOTS'],
  ['<<path|!lowerhyphencase>> ', 'gardenPlots', 'garden-plots '],
  ['<<path|!pluralize>>.', 'berry', 'berries.'],
  ['<<path|!pluralize>>.', 'boxes', 'boxes.'],
  ['<<path | !uppercase>>!', 'a', 'A!'],
  ['<<path | !unheard>>!', 'a', 'a!'],
  ['[<<other>>]', 'a', '[]'],
  ['a << b', 'a', 'a << b'],
])('%s of %s', (template, path, text) => {
  expect(fill(template, { path })).toBe(text);
});

test('keys are filled, and a parameter that is the whole value may be anything', () => {
  const types = new Map([[{ kept: '<<a>>' }, 'file']]);
  const [whole] = types.keys();
  expect(
    fillTemplate(
      { '<<a>>/json': ['<<b>>', { c: '<<a>>' }], d: whole ?? null },
      { a: 'text', b: { deep: 1 } },
      types,
      { left: 100 },
    ),
  ).toStrictEqual({ 'text/json': [{ deep: 1 }, { c: 'text' }], d: { kept: '<<a>>' } });
});

test('templates that grow without end are cut', () => {
  expect(fill({ a: ['b', 'c'], d: 'e' }, {}, 3)).toStrictEqual({ a: ['b', null], d: null });
  expect(String(fill('<<a>>'.repeat(50), { a: 'x'.repeat(50_000) })).length).toBeLessThan(150_000);
});
