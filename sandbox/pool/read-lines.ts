import type { Readable } from 'node:stream';

/**
 * Hands over each line of a stream. A line longer than `limit` bytes (asked for each chunk) ends the reading with `tooLong`, so that a
 * sender who never ends its line costs no memory.
 */
export function readLines(
  stream: Readable,
  limit: () => number,
  onLine: (line: string) => void,
  tooLong: () => void,
): void {
  let parts: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, at));
      onLine(Buffer.concat(parts).toString());
      parts = [];
      size = 0;
      from = at + 1;
    }
    parts.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size <= limit()) return;
    stream.removeAllListeners('data');
    stream.resume();
    tooLong();
  });
}
