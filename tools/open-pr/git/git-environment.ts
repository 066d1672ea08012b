import { identity } from './identity.ts';

/** Variables of ours that git needs: where things are, and how to reach the network. Never GIT_DIR and its kin. */
const inherited = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'SYSTEMROOT',
  'TMPDIR',
  'TEMP',
  'XDG_CONFIG_HOME',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_SSL_CAINFO',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'no_proxy',
];

/**
 * Programs that a configuration may name and that we have no use for are not started. What is left are the clean
 * filters (LFS and the like) of a local repository: without them its files would all look changed, and the repository
 * is the user's own, who runs them with every `git status`.
 */
const quiet: readonly GitSetting[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['credential.helper', ''],
  ['core.askPass', ''],
  // Else `git log` starts gpg.program for each signed commit.
  ['log.showSignature', 'false'],
];

export type GitSetting = readonly [key: string, value: string];

/**
 * The whole environment of a git process. Settings go through GIT_CONFIG_*: a secret among them appears neither in
 * an argument list nor in a file.
 */
export function gitEnvironment(
  settings: readonly GitSetting[],
  index: string | null,
): Record<string, string> {
  const env: Record<string, string> = {
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    // `git status` must not refresh the user's index.
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_AUTHOR_NAME: identity.name,
    GIT_AUTHOR_EMAIL: identity.email,
    GIT_COMMITTER_NAME: identity.name,
    GIT_COMMITTER_EMAIL: identity.email,
  };
  for (const name of inherited) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  const all = [...quiet, ...settings];
  env['GIT_CONFIG_COUNT'] = String(all.length);
  for (const [at, [key, value]] of all.entries()) {
    env[`GIT_CONFIG_KEY_${at}`] = key;
    env[`GIT_CONFIG_VALUE_${at}`] = value;
  }
  if (index !== null) env['GIT_INDEX_FILE'] = index;
  return env;
}
