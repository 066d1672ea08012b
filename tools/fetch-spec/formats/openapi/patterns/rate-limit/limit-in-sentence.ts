/** A limit stated in numbers. */
export interface StatedLimit {
  readonly requests: number;
  /** `minute`, `10 seconds`. */
  readonly per: string;
  readonly seconds: number;
}

const seconds = { second: 1, minute: 60, hour: 3_600, day: 86_400 } as const;
const counted =
  '(?:concurrent |unauthenticated |authenticated |api |http |write |read |get |total )?(?:requests?|calls?|queries|times|transactions?|hits|req)';
const unit = String.raw`(?:(\d{1,4}) ?-?)?(second|minute|hour|day|sec|min)s?\b`;
const patterns = [
  new RegExp(
    String.raw`\b(\d[\d,]{0,9})\+? ?${counted}[a-z ]{0,20}? ?(?:per|\/|every|each|in an?|within an?|in any|in|within|a) ?${unit}`,
    'i',
  ),
  new RegExp(String.raw`\b(\d[\d,]{0,9}) ?(?:per|\/) ?${unit}`, 'i'),
  /\b(\d[\d,]{0,9}) ?r(?:ps|\/s)\b()()/i,
];

/** The limit a sentence states (“100 requests per minute”), or undefined. */
export function limitInSentence(text: string): StatedLimit | undefined {
  for (const [index, pattern] of patterns.entries()) {
    const found = pattern.exec(text);
    // A bare “5 per minute” counts only where the sentence speaks of limits.
    if (found === null || (index === 1 && !/rate|limit|throttl|request|api/i.test(text))) continue;
    const requests = Number(found[1]?.replaceAll(',', ''));
    const count = Number(found[2] || 1);
    const name = longName(found[3] ?? '');
    if (!Number.isSafeInteger(requests) || requests < 1 || count < 1) continue;
    return { requests, per: count === 1 ? name : `${count} ${name}s`, seconds: count * seconds[name] };
  }
  return undefined;
}

function longName(name: string): keyof typeof seconds {
  const lower = name.toLowerCase();
  if (lower.startsWith('min')) return 'minute';
  return lower === 'hour' || lower === 'day' ? lower : 'second';
}
