/** How far into a description the unit is looked for: further on it is about something else. */
const head = 500;
const unit =
  /(?<ms>milli-?seconds?|millis|msec|ms)|(?<us>micro-?seconds?)|(?<ns>nano-?seconds?)|(?<s>seconds?|secs?)/;
const since = /\b(?:since|from|after)\b[^.]{0,40}\b(?:epoch|1970|jan(?:uary)? 1(?:st)?,? 1970|1970-01-01)\b/;
const counted = new RegExp(`\\b(?:${unit.source})\\b[^.]{0,30}?${since.source}`, 'i');
/** "Unix timestamp in milliseconds", "epoch time (ms)": seconds where no unit is said. */
const stamp =
  /\b(?:unix|epoch|posix)(?:[ -]epoch)?[ -]?(?:time[ -]?stamp|time|milli-?seconds?|millis|ms|seconds?)\b(?<rest>[^.]{0,40})/i;
const durations =
  /\b(?:number of|how many|duration|elapsed|interval|timeout)\b[^.]{0,20}\b(?:seconds|milliseconds)\b(?![^.]*\b(?:epoch|1970)\b)/i;

/** The format of a number that a description calls a moment counted from 1970: `epoch-s`, `epoch-ms`, …; null when it says none. */
export function epochInWords(description: unknown): string | null {
  if (typeof description !== 'string') return null;
  const text = description.slice(0, head);
  if (durations.test(text)) return null;
  const groups = counted.exec(text)?.groups;
  if (groups !== undefined) return formatOf(groups);
  const named = stamp.exec(text);
  return named === null ? null : formatOf(new RegExp(`\\b(?:${unit.source})\\b`, 'i').exec(named[0])?.groups);
}

function formatOf(groups: Readonly<Record<string, string | undefined>> | undefined): string {
  const found = ['ms', 'us', 'ns'].find((name) => groups?.[name] !== undefined);
  return `epoch-${found ?? 's'}`;
}
