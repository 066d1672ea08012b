import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent } from '../../agent/index.ts';
import { createLog, readConfig } from '../../tools/core/index.ts';
import { serveHttpMcp } from '../index.ts';

/** A CAUSEWAY_HOME and a git repository with one commit, in a temporary folder; nothing of the real environment. */
export interface World {
  readonly repo: string;
  readonly env: Record<string, string>;
  git(...args: string[]): string;
}

export function makeWorld(): World {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-mcp-'));
  const repo = join(folder, 'repo');
  mkdirSync(repo);
  const gitEnv = { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      cwd: repo,
      env: gitEnv,
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet', '--initial-branch=main');
  writeFileSync(join(repo, 'README.md'), '# A repository\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'First');
  return {
    repo,
    git,
    env: { PATH: gitEnv.PATH, HOME: folder, CAUSEWAY_HOME: join(folder, 'home'), CAUSEWAY_MUTANTS: '0', CAUSEWAY_REPO: repo },
  };
}

/** An HTTP server of this world; `close` ends it with its agent. */
export async function serveWorld(world: World) {
  const config = readConfig(world.env);
  const agent = await Agent.open(config, createLog(false));
  const server = await serveHttpMcp(agent, { port: 0 });
  return {
    agent,
    url: server.url,
    async close() {
      await server.close();
      await agent.close();
    },
  };
}
