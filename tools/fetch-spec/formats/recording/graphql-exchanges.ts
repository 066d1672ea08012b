import { isObject, property, textOf } from '../../../core/json/json.ts';
import type { Exchange } from './exchange.ts';

const maxFields = 50;

/**
 * A recorded GraphQL call as one call for each root field of its answer; other calls as they are. Of what was
 * sent only the variables are kept: a query may hold values of its caller. Introspection and answers that are only errors are left out.
 */
export function perRootField(exchange: Exchange): Exchange[] {
  const query = textOf(property(exchange.requestBody, 'query'));
  const asked =
    /graphql/i.test(exchange.path) || (query !== null && /^\s*(?:query|mutation|fragment|\{)/.test(query));
  const data = property(exchange.responseBody, 'data');
  if (!asked) return [exchange];
  if (!isObject(data)) return [];
  const variables = property(exchange.requestBody, 'variables');
  return Object.entries(data)
    .filter(([field, value]) => typeof value === 'object' && value !== null && /^[A-Za-z]\w*$/.test(field))
    .slice(0, maxFields)
    .map(([field, value]) => ({
      ...exchange,
      about: field,
      query: [],
      requestBody: isObject(variables) ? { variables } : undefined,
      responseBody: { data: { [field]: value } },
    }));
}
