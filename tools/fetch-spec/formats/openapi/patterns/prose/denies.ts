const cannot = String.raw`(?:not|no longer|never|n't)\s+(?:yet |currently |be |longer ){0,2}(?:supported|available|accepted|offered|possible|allowed|enforced|signed|sent|used|implemented|provided|limited|throttled)`;
const gone = String.raw`(?:is|are|was|were|be|been|being)\s+(?:\w+ly )?(?:ignored|unsupported|discontinued|removed|disabled|unsigned|unlimited)`;
const lacks = String.raw`(?:do|does|did|will|can)(?: not|n't)\s+(?:yet |currently )?(?:support|use|have|offer|send|sign|provide|accept|enforce|apply|include|implement|limit|throttle)`;

/** Whether a sentence denies its subject: "basic authentication is no longer supported", "there is no rate limit". */
export function denies(text: string, subject: RegExp): boolean {
  const about = `(?:${subject.source})`;
  return (
    new RegExp(String.raw`\b(?:no|without any)\s+(?:[\w-]+\s+){0,2}${about}`, 'i').test(text) ||
    new RegExp(String.raw`${about}.{0,60}?(?:\b${gone}\b|${cannot}\b)`, 'i').test(text) ||
    // "If you do not send a key" says what the caller may leave out, not what the API lacks.
    (!/\b(?:if|unless|when)\b/i.test(text) &&
      new RegExp(String.raw`\b${lacks}\b.{0,40}?${about}`, 'i').test(text))
  );
}
