import { findAll } from 'domutils';
import { parseDocument } from 'htmlparser2';

/** Attributes by which elements that show a description name its address. */
const attributes = ['spec-url', 'apidescriptionurl', 'data-spec-url'];
/** Calls that name it. */
const calls = [
  /(?:SwaggerUIBundle|createApiReference)\s*\([^}]{0,2000}?\burl\s*:\s*["'`]([^"'`\s]{1,500})["'`]/,
  /Redoc\.init\s*\(\s*["'`]([^"'`\s]{1,500})["'`]/,
];

/** The address of the description that a page shows by a script (Swagger UI, Redoc, RapiDoc, Elements, Scalar). */
export function linkedDescription(html: string): string | undefined {
  const elements = findAll(() => true, parseDocument(html, { decodeEntities: true }).children);
  for (const { attribs } of elements) {
    // Any element of any page may have a `data-url`; this one is Scalar's.
    const scalar = attribs['id'] === 'api-reference' ? attribs['data-url'] : undefined;
    const named = [...attributes.map((attribute) => attribs[attribute]), scalar];
    const address = named.map((value) => value?.trim() ?? '').find(isAddress);
    if (address !== undefined) return address;
  }
  const head = html.slice(0, 2_000_000);
  return calls.flatMap((call) => call.exec(head)?.[1] ?? []).find(isAddress);
}

function isAddress(text: string): boolean {
  return text.length <= 500 && !/[\s<>{}|\\^]/.test(text) && /[./]/.test(text);
}
