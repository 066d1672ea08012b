import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// The published package: JavaScript from tsc, and the data files that the code reads beside itself.
const root = join(import.meta.dirname, '..');
const out = join(root, 'dist');
const rooms = ['agent', 'tools', 'mcp-server', 'slack-app', 'sandbox', 'evals', 'cli'];
const isData = (path: string) =>
  /\.(ya?ml|json|txt|md|bin)$|\/templates\//.test(path) &&
  !/__(fixtures|toolsnaps|snapshots)__|\.test\./.test(path);

rmSync(out, { recursive: true, force: true });
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
for (const room of rooms) {
  for (const path of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })) {
    if (isData(`/${path}`)) cpSync(join(root, room, path), join(out, room, path), { recursive: true });
  }
}
chmodSync(join(out, 'cli/main.js'), 0o755);
