/**
 * What a person typed, from the text Slack delivers: mentions of users are dropped, links and channels become their
 * visible words, entities are decoded.
 */
export function fromSlack(text: string): string {
  return text
    .replace(/<@[^>]*>/g, ' ')
    .replace(/<!([^>|]*)(?:\|([^>]*))?>/g, ' ')
    .replace(/<#[^>|]*\|?([^>]*)>/g, '$1')
    .replace(/<([^>|]+)(?:\|([^>]*))?>/g, (_whole, address: string, label: string | undefined) =>
      label === undefined || label === '' ? address : label,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
