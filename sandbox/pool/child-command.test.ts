import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { childCommand } from './child-command.ts';
import { containment } from './containment.ts';

/** What a script sees that runs as a child of the sandbox does: the code that broke out of the isolate. */
function seen(script: string): unknown {
  const { command, args } = childCommand(script);
  return JSON.parse(
    execFileSync(command, args, { cwd: '/', env: { TZ: 'UTC' }, encoding: 'utf8', stdio: 'pipe' }),
  );
}

it('gives a child no environment, files, processes, workers or WebAssembly', () => {
  const script = `
    const codeOf = (run) => { try { run(); return 'worked'; } catch (error) { return error.code; } };
    process.stdout.write(JSON.stringify({
      env: process.env,
      read: codeOf(() => require('node:fs').readFileSync('/etc/passwd')),
      list: codeOf(() => require('node:fs').readdirSync('/')),
      write: codeOf(() => require('node:fs').writeFileSync('/tmp/sandbox-was-here', '')),
      spawn: codeOf(() => require('node:child_process').spawnSync('true')),
      worker: codeOf(() => new (require('node:worker_threads').Worker)('', { eval: true })),
      wasm: typeof WebAssembly,
    }));`;
  const denied = 'ERR_ACCESS_DENIED';
  expect(seen(script)).toEqual({
    env: { TZ: 'UTC' },
    read: denied,
    list: denied,
    write: denied,
    spawn: denied,
    worker: denied,
    wasm: 'undefined',
  });
});

it('gives a child no network where the system can', async () => {
  const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const script = `
    const socket = require('node:net').connect(${port}, '127.0.0.1');
    const say = (what) => { process.stdout.write(JSON.stringify(what)); socket.destroy(); };
    socket.on('connect', () => say('connected')).on('error', () => say('unreachable'));`;
  try {
    const contained = containment().some((word) => word.endsWith('/unshare'));
    expect(seen(script)).toBe(contained ? 'unreachable' : 'connected');
  } finally {
    server.close();
  }
});
