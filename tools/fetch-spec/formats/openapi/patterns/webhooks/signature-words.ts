/** What speaks of a signature. */
export const signed = /\bhmac\b|\bsignatures?\b|\bsigning secret\b|\bsigned\b/i;

/** Names of headers that hold one. */
export const signatureHeader =
  /\b((?:x-|stripe-|webhook-)[a-z0-9-]{0,40}(?:signature|hmac|hub)[a-z0-9-]{0,20}|[a-z]{2,20}-signature(?:-[a-z0-9]{1,10})?|x-[a-z0-9-]{0,20}hook-secret)\b/i;

/** `hmac-sha256`, as a text says; null when it names none. */
export function algorithmIn(text: string): string | null {
  const found = /\bhmac[- ]?(?:with |using )?(sha-? ?(?:1|256|384|512))?/i.exec(text);
  if (found === null) return null;
  return found[1] === undefined ? 'hmac' : `hmac-${found[1].toLowerCase().replaceAll(/[- ]/g, '')}`;
}
