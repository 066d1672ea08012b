/** The environment or the arguments are not usable; the message names every problem. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
