/** The version that an unquoted one in YAML means: `swagger: 2.0` is the number 2, `openapi: 3.0` the number 3. */
export function versionText(version: number, name: string): string {
  const short = Number.isInteger(version) ? `${version}.0` : String(version);
  return name === 'openapi' ? `${short}.0` : short;
}
