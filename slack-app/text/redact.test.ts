import { expect, it } from 'vitest';
import { readConfig } from '../../tools/core/index.ts';
import { redact } from './redact.ts';

it('blanks every secret of the configuration, wherever it stands', () => {
  const secrets = {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-2',
    SLACK_SIGNING_SECRET: 'sign-3',
    GITHUB_TOKEN: 'ghp-4',
    ANTHROPIC_API_KEY: 'sk-5',
    CAUSEWAY_STORE: 'redis://:pw6@host',
    CAUSEWAY_DATABASE_URL: 'postgres://u:pw7@host/db',
  };
  const text = Object.values(secrets).join(' and ');
  expect(redact(`${text}, xoxb-1`, readConfig(secrets))).toBe(
    `${Object.values(secrets)
      .map(() => '[secret]')
      .join(' and ')}, [secret]`,
  );
});
