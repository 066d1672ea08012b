const start = /(?:^|[.;:!?)]\s+|[([<]\s*|\n\s*)[*_`'"]{0,3}/;
const subject = /(?:(?:this|the) (?:field|property|attribute|value|parameter) is )?/;
const wording =
  /(?:read[- ]?only|(?:auto|system)[- ]?(?:generated|assigned|calculated)|automatically (?:generated|assigned|calculated)|(?:generated|assigned|calculated) (?:automatically )?by (?:the )?(?:system|server|api|platform))/;
/** After it, a condition would weaken it: "read-only when …". */
const end =
  /(?=[*_`'"]*(?:\s*(?:$|[.,;:!)\]\n<])|\s+(?:field|property|attribute|value|id|identifier|unique|number|timestamp|date)\b))/;
const strong = new RegExp(start.source + subject.source + wording.source + end.source, 'i');

/** Says prose outright that the system alone sets a value: "Read-only.", "System generated id of …"? */
export function saysReadOnly(description: unknown): boolean {
  return typeof description === 'string' && strong.test(description.slice(0, 2_000));
}
