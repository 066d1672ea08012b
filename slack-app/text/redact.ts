import type { Config } from '../../tools/core/index.ts';

/** A text with every secret of the configuration blanked: the last guard before an error message leaves. */
export function redact(text: string, config: Config): string {
  const secrets = [
    config.slack.botToken,
    config.slack.appToken,
    config.slack.signingSecret,
    config.github.token,
    config.anthropic.apiKey,
    config.databaseUrl,
    // A file URL is no secret; the others may hold a password.
    config.store.startsWith('sqlite:') ? null : config.store,
  ];
  return secrets.reduce<string>(
    (clean, secret) => (secret === null ? clean : clean.replaceAll(secret, '[secret]')),
    text,
  );
}
