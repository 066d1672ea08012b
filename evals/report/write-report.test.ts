import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { inventedCases } from '../__fixtures__/invented-cases.ts';
import { MappingCase } from '../dataset/mapping-case.ts';
import { baselines, causeway } from '../matchers/index.ts';
import { scoreDatasets } from '../score-datasets.ts';
import { reportText } from './report-text.ts';
import { colours, element, escapeXml, picture, text } from './svg.ts';
import { writeReport } from './write-report.ts';

const name = 'a|b <script>&"';
const datasets = [{ name, cases: inventedCases.map((one) => MappingCase.parse(one)) }];

async function scored() {
  const scores = await scoreDatasets(datasets, causeway);
  const compared = Object.fromEntries(
    await Promise.all(baselines.map(async (one) => [one.name, await scoreDatasets(datasets, one)] as const)),
  );
  return { scores, compared };
}

test('report and pictures: the same bytes each time, well-formed, names of folders escaped', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'causeway-report-'));
  const write = async (at: string) => {
    const { scores, compared } = await scored();
    const files = await writeReport(join(folder, at), 'causeway', scores, compared, null);
    return Object.fromEntries(
      await Promise.all(
        files.map(async (file) => [file, await readFile(join(folder, at, file), 'utf8')] as const),
      ),
    );
  };
  const first = await write('one/deep');
  expect(Object.keys(first)).toStrictEqual([
    'report.md',
    'accuracy.svg',
    'reliability.svg',
    'risk-coverage.svg',
  ]);
  expect(await write('two')).toStrictEqual(first);
  for (const [file, content] of Object.entries(first)) {
    expect(content).not.toContain('<script');
    expect(content).not.toMatch(/NaN|undefined|Infinity/);
    if (file.endsWith('.svg')) expect(XMLValidator.validate(content)).toBe(true);
  }
  expect(first['report.md']).toContain('a\\|b &lt;script>&amp;"');
  await rm(folder, { recursive: true });
});

test('published figures stand beside ours only on the published dataset', async () => {
  const { scores, compared } = await scored();
  const other = {
    title: 't',
    licence: 'MIT',
    origins: [],
    derivation: 'd',
    trainedOn: false,
    published: [{ matcher: 'Other', from: 'a paper', figures: { mrr: 0.5 } }],
  };
  const report = (of: string) =>
    reportText({
      matcher: 'causeway',
      scores,
      baselines: compared,
      splits: null,
      published: [{ ...other, name: of }],
    });
  expect(report('elsewhere')).not.toContain('Published');
  expect(report(name)).toContain('| Other (a paper) | – | – | 0.500 | – | – |');
});

test('figures on data that was trained on say so, held-out ones do not', async () => {
  const { scores, compared } = await scored();
  const known = {
    name,
    title: 't',
    licence: 'l',
    origins: [],
    derivation: 'd',
    trainedOn: true,
    published: [],
  };
  const report = (splits: 'lopo' | null) =>
    reportText({ matcher: 'causeway', scores, baselines: compared, splits, published: [known] });
  expect(report(null)).toContain('these rows flatter');
  expect(report('lopo')).toContain('the provider of each case was left out of the fit');
  expect(report('lopo')).not.toContain('flatter');
});

test('SVG: escaped, two decimals, no control characters', () => {
  expect(element('a', { x: 1 / 3, y: -0.001, b: '"<' }, text(1, 2, '<b>&'))).toBe(
    '<a x="0.33" y="0" b="&quot;&lt;"><text x="1" y="2">&lt;b&gt;&amp;</text></a>',
  );
  expect(escapeXml('a\u0000\u{1f600}\ud800')).toBe('a\ufffd\u{1f600}\ufffd');
  expect(picture(10, 20, 'T & t', [])).toContain('<title>T &amp; t</title>');
});

test('every colour can be seen on white and on near-black', () => {
  const channel = (hex: string) => {
    const value = Number.parseInt(hex, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const light = (colour: string) =>
    0.2126 * channel(colour.slice(1, 3)) +
    0.7152 * channel(colour.slice(3, 5)) +
    0.0722 * channel(colour.slice(5, 7));
  const contrast = (a: string, b: string) => {
    const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const used = [colours.text, colours.line, colours.ours, ...colours.others];
  const faint = used.filter((one) => Math.min(contrast(one, '#ffffff'), contrast(one, '#0d1117')) < 3);
  expect(faint).toStrictEqual([]);
  expect(Math.min(contrast(colours.text, '#ffffff'), contrast(colours.text, '#0d1117'))).toBeGreaterThan(3.9);
});
