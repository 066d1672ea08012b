/** Attributes of an element; numbers are written with two decimals at most, so that the bytes are the same everywhere. */
export type Attributes = Readonly<Record<string, string | number>>;

/** One element with children that are SVG already. Values are escaped. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(typeof value === 'number' ? number(value) : value)}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Text at a place; `content` is escaped. */
export function text(x: number, y: number, content: string, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, escapeXml(content));
}

/** A whole picture with a title for screen readers; no background, so that it takes the page's. */
export function picture(width: number, height: number, title: string, children: readonly string[]): string {
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${number(width)} ${number(height)}`,
    width,
    height,
    role: 'img',
    'font-family': 'system-ui, sans-serif',
    'font-size': 12,
    fill: colours.text,
  };
  const lines = [element('title', {}, escapeXml(title)), ...children];
  return `${element('svg', frame, '\n', lines.join('\n'), '\n')}\n`;
}

/** Each is legible on GitHub's white and on its near-black: a picture in a README cannot know which it is on. */
export const colours = {
  text: '#7a7f87',
  line: '#7a7f87',
  ours: '#2f81f7',
  others: ['#b5732c', '#8a63d2', '#2a8f4f', '#c0527f'],
} as const;

export function escapeXml(raw: string): string {
  // Control characters are not allowed in XML at all, escaped or not.
  return raw
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
