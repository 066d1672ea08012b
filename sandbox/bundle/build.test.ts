import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { build } from './build.ts';

const bundled = async () => {
  const stdin = { contents: 'export default 1', loader: 'js' } as const;
  const { outputFiles } = await build({ stdin, write: false, minify: true, logLevel: 'silent' });
  return outputFiles.map(({ text }) => text);
};

function serviceIds(): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const cells = rows.map((row) => row.trim().split(/\s+/));
  const own = cells.filter(
    ([, parent, command]) => parent === String(process.pid) && command?.includes('esbuild'),
  );
  return own.map(([pid]) => Number(pid));
}

it('builds again after the process of esbuild died', async () => {
  const before = await bundled();
  const ids = serviceIds();
  expect(ids).toHaveLength(1);
  for (const id of ids) process.kill(id, 'SIGKILL');
  expect([before, await bundled(), await bundled()]).toEqual([
    ['export default 1;\n'],
    ['export default 1;\n'],
    ['export default 1;\n'],
  ]);
});
