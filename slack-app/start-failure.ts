import { OutsideError, RequestError } from '../tools/core/index.ts';
import { platformError } from './platform-error.ts';

/** Why the app could not start, in words; what is not known here stays as it is. */
export function startFailure(thrown: unknown, host: string, port: number): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const code: unknown = 'code' in thrown ? thrown.code : undefined;
  const options = { cause: thrown };
  if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return new RequestError(
      'port_in_use',
      `${host}:${port} cannot be listened on (${code})`,
      'Give another --port',
      options,
    );
  }
  if (code === 'slack_webapi_platform_error') {
    return new RequestError(
      'slack_auth',
      `Slack refused the app: ${platformError(thrown) ?? 'unknown error'}`,
      'Check SLACK_BOT_TOKEN (xoxb-…), and SLACK_APP_TOKEN (xapp-…, scope connections:write) for Socket Mode',
      options,
    );
  }
  if (typeof code === 'string' && code.startsWith('slack_')) {
    return new OutsideError(
      'slack_unreachable',
      'Slack did not answer',
      'Check the network and SLACK_API_URL, and start again',
      options,
    );
  }
  return thrown;
}
