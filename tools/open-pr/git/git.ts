import { type SimpleGitOptions, simpleGit } from 'simple-git';
import { RequestError } from '../../core/index.ts';
import { type GitSetting, gitEnvironment } from './git-environment.ts';
import { GitFailure } from './git-failure.ts';

export interface RunOptions {
  /** Bytes for stdin. */
  readonly input?: string;
  /** An index file of our own, in place of the user's. */
  readonly index?: string;
}

/** Git in one directory. Throws `GitFailure` when git exits with an error. */
export interface Git {
  run(args: readonly string[], options?: RunOptions): Promise<string>;
  /** The trimmed answer, or null where git fails: for questions whose "no" is an exit code. */
  ask(args: readonly string[]): Promise<string | null>;
}

interface GitOptions {
  readonly signal: AbortSignal;
  readonly settings?: readonly GitSetting[];
  /** Texts that no message may hold. */
  readonly secrets?: readonly string[];
}

/** Opens git in an existing directory, in an environment of our own: see `gitEnvironment`. */
export function openGit(baseDir: string, { signal, settings = [], secrets = [] }: GitOptions): Git {
  const run = async (args: readonly string[], options: RunOptions = {}): Promise<string> => {
    signal.throwIfAborted();
    const env = gitEnvironment(settings, options.index ?? null);
    const { input } = options;
    try {
      return await simpleGit({
        ...guards(env),
        baseDir,
        abort: signal,
        // A buffer, since simple-git would leave stdin open for an empty text.
        ...(input === undefined ? {} : { input: () => Buffer.from(input) }),
      })
        .env(env)
        .raw([...args]);
    } catch (thrown) {
      signal.throwIfAborted();
      throw failure(thrown, secrets);
    }
  };
  return {
    run,
    async ask(args) {
      try {
        return (await run(args)).trim();
      } catch (error) {
        if (error instanceof GitFailure) return null;
        throw error;
      }
    },
  };
}

/** simple-git refuses such variables unless they are named: they are all our own here. */
function guards(env: Readonly<Record<string, string>>): Partial<SimpleGitOptions> {
  return {
    allowEnvironment: Object.keys(env),
    unsafe: {
      allowUnsafeAskPass: true,
      allowUnsafeConfigEnvCount: true,
      allowUnsafeConfigPaths: true,
      allowUnsafeCredentialHelper: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeHooksPath: true,
    },
    // By default an exit code without words on stderr counts as success.
    errors: (error, { exitCode, stdErr }) =>
      error ??
      (exitCode === 0 ? undefined : Buffer.from(Buffer.concat(stdErr).toString() || `exit ${exitCode}`)),
  };
}

function failure(thrown: unknown, secrets: readonly string[]): Error {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (/spawn git ENOENT/.test(message)) {
    return new RequestError(
      'git_missing',
      'There is no git on the PATH',
      'Install git and run the command again',
    );
  }
  return new GitFailure(
    secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), message.trim()),
  );
}
