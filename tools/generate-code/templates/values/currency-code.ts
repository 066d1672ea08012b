/** A currency code in capital or small letters; undefined when it is none. */
export function currencyCode(value: unknown, upper: boolean): string | undefined {
  if (typeof value !== 'string' || !/^[a-z]{3}$/i.test(value.trim())) return undefined;
  return upper ? value.trim().toUpperCase() : value.trim().toLowerCase();
}
