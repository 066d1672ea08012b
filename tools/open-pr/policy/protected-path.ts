/** Names that a CI system acts upon: who writes there runs code with the repository's secrets. */
const ciNames = new Set([
  '.github',
  '.gitlab',
  '.gitlab-ci.yml',
  '.gitea',
  '.forgejo',
  '.circleci',
  '.ci',
  '.buildkite',
  '.woodpecker',
  '.woodpecker.yml',
  '.drone.yml',
  '.travis.yml',
  '.teamcity',
  '.husky',
  'jenkinsfile',
  'azure-pipelines.yml',
  'azure-pipelines.yaml',
  '.azure-pipelines',
  'bitbucket-pipelines.yml',
  'appveyor.yml',
  'cloudbuild.yaml',
  'buildspec.yml',
]);

const lockFiles = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  'cargo.lock',
  'go.sum',
  'poetry.lock',
  'uv.lock',
  'gemfile.lock',
  'composer.lock',
]);

/**
 * Why a path is protected, in words, or null. Inside the connector's own folder, lock files and dotfiles are the
 * connector's; CI names and git's own are protected everywhere. Case does not count: some file systems ignore it.
 */
export function protectedReason(path: string, { ownFolder = false } = {}): string | null {
  for (const name of path.toLowerCase().split('/')) {
    if (name === '.git' || name === '.gitmodules') return "git's own";
    if (ciNames.has(name)) return 'read by CI';
    if (ownFolder) continue;
    if (lockFiles.has(name)) return 'a lock file';
    if (/^\.(?!\.?$)/.test(name)) return 'a dotfile';
  }
  return null;
}
