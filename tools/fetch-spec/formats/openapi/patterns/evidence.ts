import type { Finding } from '../../../../model/index.ts';
import type { HttpCall } from '../http-call.ts';
import type { Sentence } from './prose/sentences.ts';

/** Longest quotation of the document in an evidence. */
const maxQuote = 120;

/** A sentence and where it stands, as evidence. */
export function quoted({ text, at }: Sentence): string {
  const short = text.length > maxQuote ? `${text.slice(0, maxQuote - 1)}…` : text;
  return `“${short}” at ${at}`;
}

/** `GET /contacts` of each call, the first few. */
export function callNames(calls: readonly HttpCall[], most = 10): string[] {
  return calls.slice(0, most).map(({ method, path }) => `${method} ${path.slice(0, 200)}`);
}

/** The surest first; among equals in the order in which they were found. At most `most`. */
export function rankFindings(findings: readonly Finding[], most = 12): Finding[] {
  return findings.toSorted((a, b) => b.confidence - a.confidence).slice(0, most);
}
