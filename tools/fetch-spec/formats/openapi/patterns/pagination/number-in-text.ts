const number = String.raw`[\s:=("'\u0060*]{0,6}(\d[\d,]{0,9})`;

/** Ways to state the largest page in words. The number is the last group. */
const largest = [
  /\bbetween[\s`*]{1,4}\d[\d,]{0,9}[\s`*]{1,4}(?:and|to|-|–)[\s`*]{1,4}(\d[\d,]{0,9})/i,
  /\bfrom[\s`*]{1,4}\d{1,3}[\s`*]{1,4}to[\s`*]{1,4}(\d[\d,]{0,9})/i,
  /\b\d{1,3}\s?(?:-|–|to)\s?(\d[\d,]{0,9})\b.{0,20}\binclusive/i,
  new RegExp(
    String.raw`\bmax(?:imum)?\.?(?:\s(?:allowed|value|number|page|size|limit|results?|items?|records?|per|for|of|is|can|be|this|the|a|supported)){0,6}` +
      number,
    'i',
  ),
  /\bmax(?:imum)? number of (?:[a-z]{1,20} ){1,9}(?:is|are)[\s:`*]{1,4}(\d[\d,]{0,9})/i,
  new RegExp(String.raw`\bup to(?: a maximum of)?` + number, 'i'),
  new RegExp(String.raw`\b(?:exceed|(?:greater|more|larger|higher) than)` + number, 'i'),
  new RegExp(String.raw`\b(?:less|fewer) than or equal to` + number, 'i'),
];

/** The largest number a text allows (“max 100”, “between 1 and 250”), or null. */
export function maximumInText(text: string): number | null {
  for (const pattern of largest) {
    const found = pattern.exec(text.slice(0, 1_000))?.at(-1);
    const value = Number(found?.replaceAll(',', ''));
    if (found !== undefined && Number.isSafeInteger(value) && value > 1 && value <= 1_000_000) return value;
  }
  return null;
}

/** Whether a text says that counting starts at 0 or at 1; null when it does not say. */
export function firstInText(text: string): 0 | 1 | null {
  const short = text.slice(0, 1_000);
  if (/\b(?:zero|0)[-\s]?(?:based|indexed)/i.test(short)) return 0;
  if (/\b(?:one|1)[-\s]?(?:based|indexed)/i.test(short)) return 1;
  const found =
    /\b(?:(?:start|begin)(?:s|ing)?|indexed) (?:at|from|with)[\s`*]{1,4}([01])\b/i.exec(short) ??
    /\bfirst page (?:is|=|has)(?: number| index)?[\s`*]{1,4}([01])\b/i.exec(short) ??
    /\bdefault(?:s to|s is| is| value is|:|=)?[\s`*:=]{1,4}([01])\b(?![.,]?\d)/i.exec(short) ??
    /\bset to[\s`*]{1,4}([01]) by default/i.exec(short);
  return found === null ? null : found[1] === '0' ? 0 : 1;
}
