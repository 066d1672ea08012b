import type { Auth } from '../../model/index.ts';
import type { Side } from '../plan/side.ts';
import { configName } from './config-file.ts';
import { literal, templateText } from './literal.ts';
import { propertyAccess } from './property.ts';

export interface AuthorizerCode {
  /** Template of the kind, beside authorizer.ts. */
  readonly module: string;
  readonly name: string;
  /** Statements before the client is made. */
  readonly setup: string;
  readonly expression: string;
}

/** How a client proves who it is; null for an API that asks nothing. */
export function authorizerOf(auth: Auth, side: Side): AuthorizerCode | null {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = auth.credentials.map(({ env }) =>
    propertyAccess('config', configName(env, side), false),
  );
  switch (auth.kind) {
    case 'none':
      return null;
    case 'bearer':
      return { module: './auth/bearer.ts', name: 'bearer', setup: '', expression: `bearer(${first})` };
    case 'basic': {
      const username =
        auth.usernameSuffix === '' ? first : `\`\${${first}}${templateText(auth.usernameSuffix)}\``;
      return {
        module: './auth/basic.ts',
        name: 'basic',
        setup: '',
        expression: `basic(${username}, ${second})`,
      };
    }
    case 'api-key':
      return {
        module: './auth/api-key.ts',
        name: 'apiKey',
        setup: '',
        expression: `apiKey(${literal(auth.header)}, ${first})`,
      };
    case 'oauth2-client-credentials':
      return {
        module: './auth/oauth2-client-credentials.ts',
        name: 'clientCredentials',
        setup: `const tokens = new Http({
          ...tools,
          baseUrl: config.baseUrl,
          authorizer: null,
          requestsPerSecond: null,
          errors: { message: ['error_description'], code: ['error'] },
          requestIdHeader: null,
        });
        const credentials = {
          tokenPath: ${literal(auth.tokenPath)},
          clientId: ${first},
          clientSecret: ${second},
          scope: ${literal(auth.scope)},
        };`,
        expression: 'clientCredentials(credentials, tokens, tools.clock)',
      };
    case 'oauth1-tba':
      return {
        module: './auth/oauth1-tba.ts',
        name: 'tokenBasedAuth',
        setup: `const credentials = {
          account: ${first},
          consumerKey: ${second},
          consumerSecret: ${third},
          tokenId: ${fourth},
          tokenSecret: ${fifth},
        };`,
        expression: 'tokenBasedAuth(credentials, tools.clock)',
      };
  }
}
