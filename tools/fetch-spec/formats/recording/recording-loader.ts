import { arrayOf, property } from '../../../core/json/json.ts';
import type { EntitySummary, Warning } from '../../../model/index.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import type { Loader } from '../loader.ts';
import { describeOpenApi } from '../openapi/describe-openapi.ts';
import { withAskedFor } from './asked-for.ts';
import { recordedEntities } from './call-entities.ts';
import type { Exchange } from './exchange.ts';
import { perRootField } from './graphql-exchanges.ts';
import { harExchanges } from './har-exchanges.ts';
import { isListedExchange, listedExchanges } from './listed-exchanges.ts';
import { groupExchanges } from './observed-calls.ts';
import { openApiOfExchanges } from './openapi-of-exchanges.ts';
import { withSeenPaging } from './with-paging.ts';

/** Recorded HTTP traffic: HAR, or lists of `{method, path, status, response}`. What records look like is read off answers. */
export const recordingLoader: Loader = {
  name: 'recording',
  recognise({ value }: Opened) {
    if (Array.isArray(property(property(value, 'log'), 'entries'))) return 'har';
    return isListedExchange(arrayOf(value)[0]) ? 'http-recording' : undefined;
  },
  load({ source, value, warnings }, format) {
    const raw = format === 'har' ? harExchanges(value ?? null) : listedExchanges(value ?? null);
    const exchanges = raw.flatMap(perRootField).map(withAskedFor);
    if (exchanges.length === 0) {
      throw notASpec(
        'it is a recording without a call that exchanges JSON',
        'Record some calls to the API with their answers (in a browser: "Save all as HAR with content") and give that file',
      );
    }
    const [first] = exchanges;
    const doubts: Warning[] = [];
    const document = openApiOfExchanges(
      exchanges,
      first === undefined || first.origin === '' ? source.name : new URL(first.origin).hostname,
      doubts,
    );
    const own = describeOpenApi({ document, format, origin: source.origin });
    const paged = withSeenPaging({ ...own, entities: recordedEntities(own) }, groupExchanges(exchanges));
    return {
      ...paged,
      warnings: [
        ...warnings,
        {
          code: 'read_from_traffic',
          message: `Read from ${raw.length} recorded calls: what they do not show is unknown`,
          at: '',
        },
        ...aboutHosts(exchanges),
        ...aboutAnswers(exchanges),
        ...aboutEmptyLists(paged.entities),
        ...own.warnings.filter(({ code }) => code !== 'no_operations'),
        ...doubts.slice(0, 20),
      ],
    };
  },
};

function aboutHosts(exchanges: readonly Exchange[]): Warning[] {
  const origins = [...new Set(exchanges.map(({ origin }) => origin))].filter((origin) => origin !== '');
  if (origins.length < 2) return [];
  return [
    {
      code: 'several_hosts',
      message: `The recording has calls to ${origins.length} hosts (${origins.slice(0, 5).join(', ')}); their record types are described together, with the address of the first`,
      at: '',
    },
  ];
}

function aboutAnswers(exchanges: readonly Exchange[]): Warning[] {
  if (exchanges.some(({ responseBody, requestBody }) => (responseBody ?? requestBody) !== undefined))
    return [];
  return [
    {
      code: 'no_bodies',
      message:
        'None of the recorded answers holds JSON, so the fields of records are unknown; record answers with their content',
      at: '',
    },
  ];
}

function aboutEmptyLists(entities: readonly EntitySummary[]): Warning[] {
  const empty = entities.filter(({ fieldCount }) => fieldCount === 0).map(({ name }) => name);
  if (empty.length === 0) return [];
  return [
    {
      code: 'no_fields',
      message: `The recorded answers hold no record of ${empty.slice(0, 10).join(', ')}, so its fields are unknown; record an answer with records in it`,
      at: '',
    },
  ];
}
