import { RequestError } from '../errors/index.ts';

/** The error for a file without sample records. */
export function badSamples(path: string, why: string, cause?: unknown): RequestError {
  return new RequestError(
    'bad_samples',
    `${path} has no sample records: ${why}`,
    'Give a JSON list of records, one JSON record per line, a CSV file with a header, or one record',
    { cause },
  );
}
