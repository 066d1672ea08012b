import { RequestError } from '../errors/index.ts';

/** The error for bytes that are neither JSON nor YAML: says what was seen instead. */
export function unreadable(seen: string, hint = 'Give a JSON or YAML file'): RequestError {
  return new RequestError('not_a_spec', `This cannot be read as JSON or YAML: ${seen}`, hint);
}
