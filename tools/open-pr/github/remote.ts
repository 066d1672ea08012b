import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RequestError } from '../../core/index.ts';
import { type Git, type Heads, openGit } from '../git/index.ts';

export interface RemoteAccess {
  /** Base of clone URLs, without credentials: `https://github.com`. */
  readonly gitUrl: string;
  /** `owner/name` */
  readonly repo: string;
  readonly token: string;
  readonly signal: AbortSignal;
}

/**
 * Gives `work` an empty bare repository whose origin is the GitHub one, and removes it after. The token travels in a
 * header that git is told in its environment: no URL, argument or file ever holds it.
 */
export async function withRemote<T>(access: RemoteAccess, work: (git: Git) => Promise<T>): Promise<T> {
  const { repo, token, signal } = access;
  const gitUrl = access.gitUrl.replace(/\/+$/, '');
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  const dir = await mkdtemp(join(tmpdir(), 'causeway-push-'));
  try {
    const git = openGit(dir, {
      signal,
      settings: [
        [`http.${gitUrl}/.extraHeader`, `Authorization: Basic ${credentials}`],
        // A connection that stalls is given up after a minute.
        ['http.lowSpeedLimit', '1'],
        ['http.lowSpeedTime', '60'],
      ],
      secrets: [token, credentials],
    });
    await git.run(['init', '--quiet', '--bare']);
    await git.run(['remote', 'add', 'origin', `${gitUrl}/${repo}.git`]);
    return await work(git);
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Fetches the two branches, history without file contents, and says where they are. */
export async function fetchHeads(git: Git, repo: string, base: string, branch: string): Promise<Heads> {
  const refs = [base, branch].map((name) => `refs/heads/${name}`);
  const listing = await git.run(['ls-remote', 'origin', ...refs]);
  const commits = new Map(
    listing
      .split('\n')
      .filter((line) => line.includes('\t'))
      .map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf('\t'))]),
  );
  const baseCommit = commits.get(`refs/heads/${base}`);
  if (baseCommit === undefined) {
    throw new RequestError(
      'empty_repository',
      `${repo} has no commit on ${base}, so there is nothing to open a pull request against`,
      'Push a first commit there, a README is enough, then run the command again',
    );
  }
  const wanted = refs.filter((ref) => commits.has(ref)).map((ref) => `+${ref}:${ref}`);
  await git.run(['fetch', '--quiet', '--no-tags', '--filter=blob:none', 'origin', ...wanted]);
  return { base, baseCommit, tip: commits.get(`refs/heads/${branch}`) ?? null };
}
