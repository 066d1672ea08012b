const said =
  /\b(?:base\s*(?:url|uri|path)|api\s*(?:url|endpoint|host|root|base)|root\s*(?:url|endpoint)|endpoint\s*(?:url|is)|host(?:ed)?\s*(?:is|at|:)|server|production|(?:all|every|each|send|make)\b[^.]{0,40}\b(?:requests?|calls?))\b/i;

/** The address of the API that a sentence names: "All requests go to https://api.acme.example/v1"; null for other links. */
export function serverIn(text: string): string | null {
  if (!said.test(text)) return null;
  const found = /https:\/\/[\w.-]+(?::\d+)?(?:\/[\w./-]*)?/.exec(text)?.[0].replace(/[./]+$/, '');
  // A page of documentation is no API.
  return found === undefined || /^https:\/\/(?:docs?|developers?|support|help|status|www)\./.test(found)
    ? null
    : found;
}
