import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { RequestError } from './errors/index.ts';

const text = z.string().min(1).optional();
const url = z.url().optional();
const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

/** Every environment variable the product reads. Secrets are named in messages, never shown. */
const Environment = z.object({
  CAUSEWAY_HOME: text,
  CAUSEWAY_STORE: text,
  CAUSEWAY_DATABASE_URL: text,
  CAUSEWAY_ALLOW_HOSTS: list,
  CAUSEWAY_REPO: text,
  CAUSEWAY_ALLOW_REPOS: list.refine(
    (repos) => repos.every((repo) => /^[\w.-]+\/[\w.-]+$/.test(repo)),
    'must be owner/name, comma-separated',
  ),
  CAUSEWAY_SPECS: text,
  CAUSEWAY_GOLD: text,
  CAUSEWAY_MODEL: z.string().min(1).default('claude-sonnet-5-5'),
  CAUSEWAY_MUTANTS: z.coerce.number().int().min(0).max(10_000).default(60),
  CAUSEWAY_DEBUG: text,
  ANTHROPIC_API_KEY: text,
  ANTHROPIC_BASE_URL: url,
  GITHUB_TOKEN: text,
  GITHUB_API_URL: z.url().default('https://api.github.com'),
  GITHUB_GIT_URL: url,
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_API_URL: url,
});

export interface Config {
  /** Absolute path for state and artifacts. */
  readonly home: string;
  /** Keyv URL of the artifact store. */
  readonly store: string;
  readonly databaseUrl: string | null;
  /** Hosts that fetching may reach though they are private. */
  readonly allowHosts: readonly string[];
  /** Default destination of pull requests: a path or `owner/name`. */
  readonly repo: string | null;
  readonly allowRepos: readonly string[];
  readonly specs: string | null;
  readonly gold: string | null;
  readonly debug: boolean;
  /** Most faults of a connector's code that are planted to measure its tests; 0 measures nothing. */
  readonly mutants: number;
  /**
   * A variable of a connected system (`HUBSPOT_ACCESS_TOKEN`), by the name that its description gives; null when unset. A
   * function, so that no value of it is ever printed or stored with the rest.
   */
  readonly variable: (name: string) => string | null;
  readonly anthropic: {
    readonly apiKey: string | null;
    readonly baseUrl: string | null;
    readonly model: string;
  };
  readonly github: { readonly token: string | null; readonly apiUrl: string; readonly gitUrl: string };
  readonly slack: {
    readonly botToken: string | null;
    readonly appToken: string | null;
    readonly signingSecret: string | null;
    readonly apiUrl: string | null;
  };
}

/** Reads and checks the environment; all problems are reported at once. Throws `bad_configuration`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable is an unset one: `.env` files are full of them.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new RequestError(
      'bad_configuration',
      `The environment is not usable: ${problems.join('; ')}`,
      'Correct these variables; .env.example lists them all',
    );
  }
  const e = parsed.data;
  const home = resolve(e.CAUSEWAY_HOME ?? join(homedir(), '.causeway'));
  return {
    home,
    store: e.CAUSEWAY_STORE ?? `sqlite://${join(home, 'artifacts.db')}`,
    databaseUrl: e.CAUSEWAY_DATABASE_URL ?? null,
    allowHosts: e.CAUSEWAY_ALLOW_HOSTS,
    repo: e.CAUSEWAY_REPO ?? null,
    allowRepos: e.CAUSEWAY_ALLOW_REPOS,
    specs: e.CAUSEWAY_SPECS ?? null,
    gold: e.CAUSEWAY_GOLD ?? null,
    debug: e.CAUSEWAY_DEBUG !== undefined,
    mutants: e.CAUSEWAY_MUTANTS,
    variable: (name) => (Object.hasOwn(given, name) ? (given[name] ?? null) : null),
    anthropic: {
      apiKey: e.ANTHROPIC_API_KEY ?? null,
      baseUrl: e.ANTHROPIC_BASE_URL ?? null,
      model: e.CAUSEWAY_MODEL,
    },
    github: {
      token: e.GITHUB_TOKEN ?? null,
      apiUrl: e.GITHUB_API_URL,
      gitUrl: e.GITHUB_GIT_URL ?? gitUrlOf(e.GITHUB_API_URL),
    },
    slack: {
      botToken: e.SLACK_BOT_TOKEN ?? null,
      appToken: e.SLACK_APP_TOKEN ?? null,
      signingSecret: e.SLACK_SIGNING_SECRET ?? null,
      apiUrl: e.SLACK_API_URL ?? null,
    },
  };
}

/** Where pushes go by default: github.com for api.github.com, else the API's own host (GitHub Enterprise). */
function gitUrlOf(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl);
  return host === 'api.github.com' ? 'https://github.com' : `${protocol}//${host}`;
}
