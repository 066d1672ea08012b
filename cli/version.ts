import { readFileSync } from 'node:fs';

/** The package's version; package.json stands one level up in a checkout and two in the built package. */
export function version(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const parsed: unknown = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'));
      if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
    } catch {
      // Not here: try the other place.
    }
  }
  return 'unknown';
}
