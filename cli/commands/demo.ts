import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { createLog, readConfig } from '../../tools/core/index.ts';
import { interrupted } from '../interrupt.ts';
import { say, sayLines } from '../terminal/print.ts';
import { showProgress } from '../terminal/progress.ts';

const sentence = 'connect HubSpot contacts to NetSuite';

/** `causeway demo`: the main job into a fresh repository in a temporary folder. No key, no network. */
export function demoCommand(_done: (code: number) => void): Command {
  return new Command('demo')
    .description(`Run "${sentence}" into a fresh git repository in a temporary folder.`)
    .action(async () => {
      const { Agent } = await import('../../agent/index.ts');
      const { printConnect } = await import('../terminal/print-connect.ts');
      const folder = await mkdtemp(join(tmpdir(), 'causeway-demo-'));
      const repo = join(folder, 'repository');
      await freshRepository(repo);
      say(`Repository: ${repo}`);
      say(`Asked:      ${sentence}`);
      say();
      const agent = await Agent.open(readConfig({ CAUSEWAY_HOME: join(folder, 'home') }), createLog(false));
      const progress = showProgress();
      try {
        const result = await agent.connect(
          { sentence, repo, approval: 'policy', planner: 'deterministic' },
          { cwd: folder, onStep: progress.onStep, signal: interrupted },
        );
        progress.stop();
        printConnect(result);
        const { pullRequest } = result;
        if (pullRequest?.bodyFile == null) return;
        say();
        sayLines(await readFile(pullRequest.bodyFile, 'utf8'));
        say();
        say(`Look at it: git -C ${repo} diff ${pullRequest.base}...${pullRequest.branch}`);
      } finally {
        progress.stop();
        await agent.close();
      }
    });
}

async function freshRepository(path: string): Promise<void> {
  const { simpleGit } = await import('simple-git');
  await simpleGit().init([path]);
  const git = simpleGit(path);
  await git.addConfig('user.name', 'Demo').addConfig('user.email', 'demo@example.com');
  await writeFile(join(path, 'README.md'), '# Our integrations\n');
  await git.add('README.md').commit('Begin');
}
