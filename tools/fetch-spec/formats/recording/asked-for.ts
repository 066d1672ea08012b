import { property, textOf } from '../../../core/json/json.ts';
import type { Exchange } from './exchange.ts';

/** Tells apart the kinds of records that one path serves: by the object of a query, or the model of a JSON-RPC call. */
export function withAskedFor(exchange: Exchange): Exchange {
  return exchange.about === null
    ? { ...exchange, about: fromQuery(exchange) ?? fromRpc(exchange) }
    : exchange;
}

/** `SELECT … FROM Contact`. */
function fromQuery({ query, requestBody }: Exchange): string | null {
  const texts = [
    ...query.filter(([name]) => /^(?:q|query|sql|soql|statement)$/i.test(name)).map(([, value]) => value),
    ...['query', 'q', 'statement', 'sql'].map((name) => textOf(property(requestBody, name)) ?? ''),
  ];
  for (const text of texts) {
    const object = /\bselect\s[^;]*?\sfrom\s+["'`[]?([A-Za-z][\w.]{1,80})/i.exec(text.slice(0, 10_000))?.[1];
    if (object !== undefined) return object.slice(object.lastIndexOf('.') + 1);
    // Snowflake and others: what is shown is what the answer lists.
    const shown = /^\s*show\s+(?:terse\s+)?([A-Za-z]\w{1,60})/i.exec(text)?.[1];
    if (shown !== undefined) return shown.toLowerCase();
  }
  return null;
}

function fromRpc({ requestBody }: Exchange): string | null {
  if (textOf(property(requestBody, 'jsonrpc')) === null) return null;
  const asked =
    textOf(property(property(requestBody, 'params'), 'model')) ?? textOf(property(requestBody, 'method'));
  return asked !== null && /^[A-Za-z][\w./-]{0,80}$/.test(asked) ? asked.replaceAll(/[./]/g, '_') : null;
}
