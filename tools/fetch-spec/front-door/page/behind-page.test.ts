import { expect, test } from 'vitest';
import { openText } from '../__fixtures__/open-text.ts';
import { behindPage } from './behind-page.ts';

const description = {
  openapi: '3.0.3',
  info: { title: 'Quay "A" } {', version: '1' },
  paths: { '/berths': { get: { responses: {} } } },
};
const json = JSON.stringify(description);
const page = (inside: string) =>
  `<!doctype html><html><head><title>Reference</title></head><body>${inside}</body></html>`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

test.each([
  ['a state of Redoc', `<script>const __redoc_state = {"menu":{},"spec":{"data":${json}}};</script>`],
  [
    'a call with other settings',
    `<script>SwaggerUIBundle({ dom_id: '#ui', spec: ${json}, deepLinking: true })</script>`,
  ],
  [
    'props of ReadMe, the version not first',
    `<script id="ssr-props" type="application/json">${JSON.stringify({
      doc: { api: { schema: { info: description.info, paths: description.paths, openapi: '3.1.0' } } },
    })}</script>`,
  ],
  ['an attribute', `<div data-initial-props="${escaped(JSON.stringify({ oas: description }))}"></div>`],
])('a description that a page carries is read: %s', async (_, inside) => {
  const opened = await behindPage(openText(page(inside), { name: 'reference.html' }));
  expect(opened).toMatchObject({
    syntax: 'json',
    value: { info: description.info, paths: description.paths },
    source: { origin: '/specs/reference.html' },
    warnings: [{ code: 'read_from_page' }],
  });
});

test.each([
  '<redoc spec-url="./quay.json"></redoc>',
  '<rapi-doc spec-url = "./quay.json"></rapi-doc>',
  '<elements-api apiDescriptionUrl="./quay.json"></elements-api>',
  '<script id="api-reference" data-url="./quay.json"></script>',
  `<script>window.ui = SwaggerUIBundle({ dom_id: "#ui", url: './quay.json' })</script>`,
  `<script>Redoc.init('./quay.json', {}, document.body)</script>`,
])('a description that a page shows is read from beside it: %s', async (inside) => {
  const opened = await behindPage(openText(page(inside), { beside: { './quay.json': json } }));
  expect(opened).toMatchObject({ value: description, warnings: [{ code: 'read_from_page' }] });
});

test('one that cannot be read is named', async () => {
  await expect(
    behindPage(openText(page('<redoc spec-url="https://quay.example/openapi.json"></redoc>'))),
  ).rejects.toMatchObject({
    code: 'not_a_spec',
    message:
      'This is no API description: it is an HTML page that shows the description at "https://quay.example/openapi.json"',
  });
});

test.each([
  '<p>The key "openapi": "3.0.0" comes first.</p>',
  '<script>const cut = {"openapi":"3.0.3","paths":{"/a":{</script>',
  '<script data-url="/analytics.js"></script>',
  '<div data-url="/page/2.json" data-spec="16 GB"></div>',
  '<script>x = {"swagger":"2.0"}</script>',
])('an ordinary page stays one: %s', async (inside) => {
  const opened = openText(page(inside));
  expect(await behindPage(opened)).toBe(opened);
});
