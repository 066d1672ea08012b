import { execFileSync, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { git } from './git-sandbox.ts';

/** Git's own smart HTTP server over a folder of bare repositories. Every request needs the token. */
export async function gitHttpServer(
  root: string,
  token: string,
  onRequest: (url: string) => void = () => {},
): Promise<{ url: string; server: Server }> {
  const backend = join(git(root, '--exec-path'), 'git-http-backend');
  const wanted = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    onRequest(request.url ?? '/');
    if (request.headers.authorization !== wanted) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
      return;
    }
    const child = spawn(backend, {
      env: {
        ...process.env,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        REMOTE_USER: 'ann',
        REQUEST_METHOD: request.method,
        PATH_INFO: decodeURIComponent(url.pathname),
        QUERY_STRING: url.search.slice(1),
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    });
    request.pipe(child.stdin);
    child.stdin.on('error', () => {});
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', () => {
      const answer = Buffer.concat(chunks);
      const end = answer.indexOf('\r\n\r\n');
      const headers = answer.subarray(0, end).toString().split('\r\n').map((line) => line.split(/: (.*)/s));
      for (const [key = '', value = ''] of headers) {
        if (key.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10);
        else if (key !== '') response.setHeader(key, value);
      }
      response.end(answer.subarray(end + 4));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** A bare repository `owner/name` under the root, cloned from a local one. */
export function serveRepository(root: string, repo: string, from: string): string {
  const dir = join(root, `${repo}.git`);
  execFileSync('git', ['clone', '--quiet', '--bare', from, dir], { stdio: 'pipe' });
  git(dir, 'config', 'http.receivepack', 'true');
  git(dir, 'config', 'uploadpack.allowFilter', 'true');
  git(dir, 'remote', 'remove', 'origin');
  return dir;
}
