/** `fetch` exists and always fails, until a test puts its own in its place. */
export function noNetwork(): Promise<never> {
  return Promise.reject(new TypeError('network is not available in the sandbox'));
}
