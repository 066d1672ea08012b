/** The pointer inside this document that a `$ref` means, or undefined when it leads elsewhere. */
export function localPointer(ref: string): string | undefined {
  if (!ref.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return ref.slice(1);
  }
}
