/** Where the user stands: npm runs scripts in the package's folder and keeps the real place in INIT_CWD. */
export function userCwd(env: NodeJS.ProcessEnv = process.env): string {
  const underNpm = env['npm_lifecycle_event'] !== undefined && env['INIT_CWD'] !== undefined;
  return underNpm ? (env['INIT_CWD'] ?? process.cwd()) : process.cwd();
}
