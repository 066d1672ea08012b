/** The URL of one relation in a `Link` header (RFC 8288): `<https://…>; rel="next"`. */
export function linkInHeader(header: string | null, relation: string): string | undefined {
  for (const [, url, attributes] of (header ?? '').matchAll(/<([^>]*)>((?:\s*;[^,;]*)*)/g)) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(attributes ?? '') ?? [];
    if ((quoted ?? bare ?? '').split(/\s+/).includes(relation)) return url;
  }
  return undefined;
}
