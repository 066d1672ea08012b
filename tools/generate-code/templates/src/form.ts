import type { ApiRequest } from './http.ts';

/** A record as form fields, nested ones with brackets: `address[city]=Bristol`. Null becomes '', which clears a field. */
export function formBody(record: object): NonNullable<ApiRequest['body']> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(record)) append(form, name, value);
  return { type: 'application/x-www-form-urlencoded', text: form.toString() };
}

function append(form: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null) {
    form.append(name, value === null ? '' : String(value));
    return;
  }
  for (const [key, inner] of Object.entries(value)) append(form, `${name}[${key}]`, inner);
}
