import { expect, test } from 'vitest';
import { brief, patternsOf } from '../__fixtures__/patterns-of.ts';
import { limitInSentence } from './limit-in-sentence.ts';

test.each([
  ['Limited to 100 requests per minute.', { requests: 100, per: 'minute', seconds: 60 }],
  ['At most 1,000 API calls in an hour', { requests: 1_000, per: 'hour', seconds: 3_600 }],
  ['The rate limit is 10/second', { requests: 10, per: 'second', seconds: 1 }],
  ['up to 5 times in a minute', { requests: 5, per: 'minute', seconds: 60 }],
  ['100 requests every 10 seconds', { requests: 100, per: '10 seconds', seconds: 10 }],
  ['no more than 5 rps', { requests: 5, per: 'second', seconds: 1 }],
  ['You can create 5 new berths per minute.', undefined],
  ['The ship makes 12 knots per hour', undefined],
])('%s', (text, expected) => {
  expect(limitInSentence(text)).toStrictEqual(expected);
});

test('what is said of the API comes before what is said of one call; webhooks are not requests', () => {
  const get = { description: 'You may call this 5 times per day.', responses: {} };
  const hook = { description: 'Change the throttling of requests, 10 requests per second.', responses: {} };
  const info = { title: 'x', description: 'Rate limit: 50 requests per second. See `X-RateLimit-Reset`.' };
  const { rateLimit } = patternsOf({ '/ships': { get }, '/webhooks/settings': { get: hook } }, { info });
  expect(brief(rateLimit, 'requests', 'per', 'scope')).toStrictEqual([
    ['documented-limit', 50, 'second', 'api'],
    ['too-many-requests', null, null, null],
    ['documented-limit', 5, 'day', 'GET /ships'],
  ]);
});
