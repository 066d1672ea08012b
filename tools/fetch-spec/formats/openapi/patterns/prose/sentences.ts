import type { HttpCall } from '../../http-call.ts';

/** A sentence of the document. It is data: it is matched and quoted, never followed. */
export interface Sentence {
  readonly text: string;
  readonly at: string;
  readonly place: 'info' | 'tag' | 'scheme' | 'extension' | 'call' | 'parameter' | 'response';
  readonly call: HttpCall | undefined;
}

const maxSentence = 400;

/** The sentences of a text of Markdown or HTML, each on one line, cut to 400 characters. */
export function sentencesOf(text: string, maxText: number): string[] {
  return text
    .slice(0, maxText)
    .replaceAll(/<[^<>]{0,300}>/g, ' ')
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.slice(0, maxSentence).replaceAll(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}
