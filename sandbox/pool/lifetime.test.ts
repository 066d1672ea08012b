import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('../__fixtures__/lifetime.ts', import.meta.url));

function childrenOf(parent: number): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([pid, ppid]) => (pid !== undefined && ppid === parent ? [pid] : []));
}

/** True once a process is gone, or is a zombie that nobody has waited for. */
async function ends(pid: number): Promise<true> {
  for (;;) {
    const state = await new Promise<string>((resolve) => {
      const ps = spawn('ps', ['-o', 'stat=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] });
      let text = '';
      ps.stdout.on('data', (chunk) => {
        text += String(chunk);
      });
      ps.on('close', () => resolve(text.trim()));
    });
    if (state === '' || state.startsWith('Z')) return true;
  }
}

it('an idle sandbox does not keep its program alive, and ends with it', async () => {
  const program = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(program.stdout, 'data');
  const children = childrenOf(program.pid ?? 0);
  const [code] = await once(program, 'exit');
  expect([String(line), code]).toEqual(['7\n', 0]);
  for (const pid of children) expect(await ends(pid)).toBe(true);
});

it('a child at work dies with its program', async () => {
  const program = spawn(process.execPath, [script, 'bomb'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(program.stdout, 'data');
  const children = childrenOf(program.pid ?? 0);
  expect(children).not.toEqual([]);
  program.kill('SIGKILL');
  for (const pid of children) expect(await ends(pid)).toBe(true);
});
