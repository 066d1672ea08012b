/** The new record's id: the last part of the `Location` header. */
export function idInLocation(headers: Headers): string | undefined {
  const path = (headers.get('Location') ?? '').split(/[?#]/)[0] ?? '';
  const last = path.split('/').at(-1);
  return last === undefined || last === '' ? undefined : decodeURIComponent(last);
}
