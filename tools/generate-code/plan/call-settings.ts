import type { Credential, Entity, Operation, OperationKind } from '../../model/index.ts';
import { words } from '../names/words.ts';
import type { Operations } from './operations.ts';
import { idPlaceholder, placeholders } from './placeholders.ts';

/** A part of paths, or a header, that is the same in all calls: `{owner}`, from `GITHUB_OWNER`. */
export interface CallSetting extends Credential {
  readonly in: 'path' | 'header';
  readonly name: string;
}

/** Headers that a client sends for reasons of its own. */
const ownHeaders = new Set([
  'authorization',
  'accept',
  'content-type',
  'user-agent',
  'if-match',
  'if-none-match',
]);

/** A header's name as HTTP has it: with any other no request can be made. */
const headerName = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** Settings of every connector. */
const ownVariables = ['STATE_DIR', 'LOG_LEVEL'];

/** What these calls need besides a record and what proves who asks, as settings of the connector. */
export function callSettings(entity: Entity, envPrefix: string, operations: Operations): CallSetting[] {
  const found = new Map<string, CallSetting>();
  for (const [kind, operation] of Object.entries(operations)) {
    const id = idPlaceholder(kind as OperationKind, operation, entity);
    const inPath = placeholders(operation.path).filter((name) => name !== id);
    for (const [place, name] of [
      ...inPath.map((each) => ['path', each] as const),
      ...neededHeaders(operation, entity).map((each) => ['header', each] as const),
    ]) {
      const key = `${place} ${name.toLowerCase()}`;
      if (!found.has(key)) found.set(key, setting(place, name, entity, envPrefix, operation));
    }
  }
  return [...found.values()];
}

/** Headers that the description requires and does not settle. */
export function neededHeaders({ parameters, headers }: Operation, { api }: Entity): string[] {
  const sent = new Set([...ownHeaders, ...Object.keys(headers).map((name) => name.toLowerCase())]);
  if (api.idempotencyHeader !== null) sent.add(api.idempotencyHeader.toLowerCase());
  if (api.auth.kind === 'api-key') sent.add(api.auth.header.toLowerCase());
  return parameters
    .filter(
      (parameter) =>
        parameter.in === 'header' &&
        parameter.required &&
        headerName.test(parameter.name) &&
        !sent.has(parameter.name.toLowerCase()),
    )
    .map(({ name }) => name);
}

function setting(
  place: CallSetting['in'],
  name: string,
  { api }: Entity,
  envPrefix: string,
  { method, path, parameters }: Operation,
): CallSetting {
  const known = api.variables.find((variable) => variable.name === name);
  if (known !== undefined) return { ...known, in: place };
  const plain = words(name).join('_').toUpperCase() || 'VALUE';
  const wanted = plain.startsWith(`${envPrefix}_`) ? plain : `${envPrefix}_${plain}`;
  // A path shows up in logs: never with a secret that happens to have the same name.
  const others = [...api.auth.credentials, ...api.variables].map((credential) => credential.env);
  const taken = [...others, ...ownVariables, `${envPrefix}_BASE_URL`].includes(wanted);
  const env = taken ? `${envPrefix}_CALL_${plain}` : wanted;
  const said = parameters.find((parameter) => parameter.name === name)?.description ?? null;
  const stands = place === 'path' ? `{${name}} in ${method} ${path}` : `the header ${name}`;
  return { in: place, name, env, description: said ?? `Stands for ${stands}`, secret: false };
}
