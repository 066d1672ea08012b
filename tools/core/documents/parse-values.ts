import { JSONParser } from '@streamparser/json';
import type { Warning } from '../../model/index.ts';

/** How many bad lines are named. */
const named = 10;

/** Values of JSON lines, or of JSON texts one after the other (`{…}{…}`); undefined when the text is neither, or only one. */
export function parseValues(text: string, warnings: Warning[]): unknown[] | undefined {
  const lines = text.split('\n').map((line, at) => ({ number: at + 1, line }));
  const filled = lines.filter(({ line }) => line.trim() !== '');
  if (filled.length < 2) return concatenated(text);
  const read = filled.map(({ number, line }) => ({ number, value: parsed(line) }));
  const bad = read.filter(({ value }) => value === undefined);
  const good = read.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (bad.length === 0) return good;
  if (bad.length > good.length || typeof good[0] !== 'object') return concatenated(text);
  const numbers = bad.slice(0, named).map(({ number }) => number);
  const more = bad.length > named ? ` and ${bad.length - named} more` : '';
  warnings.push({
    code: 'bad_lines',
    message: `Of ${filled.length} lines, ${bad.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}${more} ${bad.length === 1 ? 'is' : 'are'} not JSON; the others were used`,
    at: '',
  });
  return good;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function concatenated(text: string): unknown[] | undefined {
  const values: unknown[] = [];
  let failed = false;
  const parser = new JSONParser({ paths: ['$'], separator: '' });
  parser.onValue = ({ value }) => values.push(value);
  parser.onError = () => {
    failed = true;
  };
  parser.write(text);
  if (!parser.isEnded) parser.end();
  return failed || values.length < 2 ? undefined : values;
}
