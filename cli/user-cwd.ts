import { realpathSync } from 'node:fs';
import { join } from 'node:path';

const ownManifest = join(import.meta.dirname, '../package.json');

/**
 * Where the user stands. npm runs the scripts of our own checkout in its folder and keeps the user's in INIT_CWD; in
 * a script of the user's the working directory is what the user made it.
 */
export function userCwd(env: NodeJS.ProcessEnv = process.env): string {
  const { npm_package_json: manifest, INIT_CWD: initial } = env;
  return initial !== undefined && manifest !== undefined && isOwn(manifest) ? initial : process.cwd();
}

function isOwn(manifest: string): boolean {
  try {
    return realpathSync(manifest) === realpathSync(ownManifest);
  } catch {
    return false;
  }
}
