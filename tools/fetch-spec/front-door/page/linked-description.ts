import { findAll } from 'domutils';
import { parseDocument } from 'htmlparser2';

/** Attributes by which elements that show a description name its address. */
const attributes = ['spec-url', 'apidescriptionurl', 'data-url', 'data-spec-url', 'data-spec'];
/** Calls that name it. */
const calls = [
  /(?:SwaggerUIBundle|createApiReference)\s*\([^}]{0,2000}?\burl\s*:\s*["'`]([^"'`\s]{1,500})["'`]/,
  /Redoc\.init\s*\(\s*["'`]([^"'`\s]{1,500})["'`]/,
];

/** The address of the description that a page shows by a script (Swagger UI, Redoc, RapiDoc, Elements, Scalar). */
export function linkedDescription(html: string): string | undefined {
  const elements = findAll(() => true, parseDocument(html, { decodeEntities: true }).children);
  for (const { name, attribs } of elements) {
    for (const attribute of attributes) {
      const value = attribs[attribute]?.trim();
      // A script of any page may have a `data-url`.
      const tells = attribute !== 'data-url' || name !== 'script' || attribs['id'] === 'api-reference';
      if (value !== undefined && value !== '' && tells && isAddress(value)) return value;
    }
  }
  const head = html.slice(0, 2_000_000);
  return calls.flatMap((call) => call.exec(head)?.[1] ?? []).find(isAddress);
}

function isAddress(text: string): boolean {
  return text.length <= 500 && !/[\s<>{}|\\^]/.test(text) && /[./]/.test(text);
}
