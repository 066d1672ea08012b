import { expect, test } from 'vitest';
import { denies } from './denies.ts';

test.each([
  ['Basic authentication is no longer supported.', /\bbasic auth/, true],
  ['There is no rate limit; older versions allowed 100 requests per minute.', /rate.?limit/, true],
  ['The Idempotency-Key header is ignored.', /idempotency-key/, true],
  ['Webhooks are not signed.', /web.?hooks?|sign/, true],
  ['There are no webhook signatures.', /signatures?/, true],
  ['We do not support HTTP basic authentication.', /\bbasic auth/, true],
  ['Use basic authentication with your API key.', /\bbasic auth/, false],
  [
    'If you do not send an Idempotency-Key header, a retry creates a second payment.',
    /idempotency-key/,
    false,
  ],
  ['Rate limits apply to every token, not to the account.', /rate.?limit/, false],
  ['Without a signature the payload must not be trusted.', /signatures?/, false],
])('%s', (text, subject, expected) => {
  expect(denies(text, subject)).toBe(expected);
});
