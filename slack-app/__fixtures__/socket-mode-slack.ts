import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * The part of Slack that no emulator has: `apps.connections.open` and the WebSocket behind it, by RFC 6455 with short
 * unmasked frames out and masked text frames in. Web API calls are recorded and answered with a ts.
 */
export async function socketModeSlack(refuse: string | null = null) {
  const calls: { method: string; form: Record<string, string> }[] = [];
  const acks: unknown[] = [];
  let socket: Socket | null = null;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += String(part);
    });
    request.on('end', () => {
      const method = (request.url ?? '').replace('/api/', '');
      calls.push({ method, form: Object.fromEntries(new URLSearchParams(body)) });
      const answers: Record<string, object> = {
        'auth.test': { ok: true, user_id: 'UBOT1', bot_id: 'B111' },
        'apps.connections.open': { ok: true, url: `ws://127.0.0.1:${port()}/link` },
      };
      const answer = refuse === null ? (answers[method] ?? { ok: true, ts: '9.9', channel: 'C1' }) : { ok: false, error: refuse };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  });
  const port = () => (server.address() as AddressInfo).port;
  server.on('upgrade', (request, raw: Socket) => {
    const key = `${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    raw.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket = raw;
    raw.on('data', (frame: Buffer) => {
      // Text frames shorter than 126 bytes: acknowledgements. A close is answered by a close.
      if (frame[0] === 0x88) raw.end(Buffer.from([0x88, 2, 0x03, 0xe8]));
      if (frame[0] !== 0x81) return;
      const mask = frame.subarray(2, 6);
      const text = frame.subarray(6).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
      acks.push(JSON.parse(Buffer.from(text).toString()));
    });
    raw.on('error', () => {});
    send({ type: 'hello', num_connections: 1 });
  });
  const send = (message: object) => {
    const text = Buffer.from(JSON.stringify(message));
    const length = Buffer.alloc(4);
    length[0] = 0x81;
    length[1] = 126;
    length.writeUInt16BE(text.length, 2);
    socket?.write(Buffer.concat([length, text]));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${port()}/api`,
    calls,
    acks,
    send,
    async close(): Promise<void> {
      // The app said goodbye already; its close frame may still be on the way.
      if (socket !== null && !socket.closed) await once(socket, 'close');
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
