import type { Credential } from '../../model/index.ts';
import { camelCase } from '../names/words.ts';
import type { Plan } from '../plan/plan.ts';
import type { Side } from '../plan/side.ts';
import { type GeneratedFile, generatedHeader } from './generated-file.ts';
import { commentText, literal, templateText } from './literal.ts';
import { propertyKey } from './property.ts';

/** One environment variable of the connector. */
export interface Variable {
  readonly env: string;
  readonly description: string;
  readonly secret: boolean;
  /** Needed only while the base URL is not given. */
  readonly onlyForHost: boolean;
}

/** The systems of a connection, each once. */
export function systemsOf({ source, target }: Plan): Side[] {
  if (source.configKey !== target.configKey) return [source, target];
  return [{ ...source, callSettings: [...source.callSettings, ...target.callSettings] }];
}

/** The parts of the host's name that an account settles. */
function hostVariables({ entity: { api } }: Side) {
  return api.variables.filter(({ name }) => api.baseUrl.includes(`{${name}}`));
}

/** The variables of one system, each once, in the order of the description. */
export function variablesOf(side: Side): Variable[] {
  const { auth } = side.entity.api;
  const always = new Set([...auth.credentials, ...side.callSettings].map(({ env }) => env));
  const found = new Map<string, Variable>();
  const add = ({ env, description, secret }: Credential, onlyForHost: boolean) => {
    if (!found.has(env)) found.set(env, { env, description, secret, onlyForHost });
  };
  for (const variable of hostVariables(side)) add(variable, !always.has(variable.env));
  for (const variable of side.callSettings) add(variable, false);
  for (const credential of auth.credentials) add(credential, false);
  return [...found.values()];
}

/** A credential's name in the configuration: `HUBSPOT_ACCESS_TOKEN` → accessToken. */
export function configName(env: string, side: Side): string {
  const prefix = `${side.envPrefix}_`;
  return camelCase(env.startsWith(prefix) ? env.slice(prefix.length) : env);
}

/** `config.ts`: everything from the environment, checked at start, all problems at once. */
export function emitConfig(plan: Plan): GeneratedFile {
  const systems = systemsOf(plan);
  const hosts = systems.some((side) => hostVariables(side).length > 0);
  const content = `${generatedHeader}import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { logLevels, type LogLevel } from './log.ts';

const text = z.string({ error: 'is missing' }).min(1);
const baseUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });
${hosts ? hostPart : ''}
export interface Config {
${systems.map(configInterface).join('\n')}
  /** Folder for checkpoint, id map and dead letters. */
  readonly stateDir: string;
  readonly logLevel: LogLevel;
  /** Values that no log may show. */
  readonly secrets: readonly string[];
}

export const connectorName = ${literal(plan.name)};

/** Reads and checks the environment. Throws a \`ConfigError\` that names every problem and shows no value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable is an unset one: .env files are full of them.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = z
    .object({
${[...new Map(systems.flatMap(variableChecks)).values()].join('\n')}
      STATE_DIR: text.default('./.state'),
      LOG_LEVEL: z.enum(logLevels).default('info'),
    })
    .safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => \`  \${issue.path.join('.')}: \${issue.message}\`);
    throw new ConfigError(\`The configuration is not complete (see .env.example):\\n\${problems.join('\\n')}\`);
  }
  const env = parsed.data;
  return {
${systems.map(configValue).join('\n')}
    stateDir: env.STATE_DIR,
    logLevel: env.LOG_LEVEL,
    secrets: [${secretNames(systems)}],
  };
}
`;
  return { path: 'src/config.ts', content };
}

function secretNames(systems: readonly Side[]): string {
  const names = systems
    .flatMap(variablesOf)
    .filter(({ secret, onlyForHost }) => secret && !onlyForHost)
    .map(({ env }) => `env.${env}`);
  return [...new Set(names)].join(', ');
}

const hostPart = `/** Part of a host name: nothing that could turn it into another host. */
const hostPart = text.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be a part of a host name');
/** In host names an underscore becomes a hyphen: 1234567_SB1 is at 1234567-sb1. */
const toHost = (value: string | undefined) => (value ?? '').toLowerCase().replaceAll('_', '-');
`;

/** Names in the configuration, and the variables they come from. */
function settingNames(side: Side): Map<string, string> {
  const settings = [...side.entity.api.auth.credentials, ...side.callSettings];
  return new Map(settings.map(({ env }) => [configName(env, side), env]));
}

function configInterface(side: Side): string {
  const names = settingNames(side).keys();
  const lines = ['baseUrl', ...names].map((name) => `readonly ${propertyKey(name)}: string;`);
  return `  readonly ${side.configKey}: { ${lines.join(' ')} };`;
}

/** Checks by variable: two systems may share one. */
function variableChecks(side: Side): [env: string, check: string][] {
  const { api } = side.entity;
  const base = `${side.envPrefix}_BASE_URL`;
  const variables = new Set(hostVariables(side).map(({ env }) => env));
  const checks = variablesOf(side).map(({ env, onlyForHost }) => {
    const type = variables.has(env) ? 'hostPart' : 'text';
    const check = onlyForHost ? `given[${literal(base)}] === undefined ? ${type} : ${type}.optional()` : type;
    return [env, `${env}: ${check},`] as [string, string];
  });
  const fixed = variables.size === 0 ? `.default(${literal(api.baseUrl)})` : '.optional()';
  return [[base, `${base}: baseUrl${fixed},`], ...checks];
}

function configValue(side: Side): string {
  const { api } = side.entity;
  const base = `env.${side.envPrefix}_BASE_URL`;
  const url = api.baseUrl
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      const variable = api.variables.find(({ name }) => part === `{${name}}`);
      return variable === undefined ? templateText(part) : `\${toHost(env.${variable.env})}`;
    })
    .join('');
  const lines = [
    `baseUrl: ${hostVariables(side).length === 0 ? base : `${base} ?? \`${url}\``},`,
    ...[...settingNames(side)].map(([name, env]) => `${propertyKey(name)}: env.${env},`),
  ];
  return `${side.configKey}: {\n${lines.join('\n')}\n},`;
}

/** `.env.example`: every variable, secrets without a value. */
export function emitEnvExample(plan: Plan): GeneratedFile {
  const blocks = systemsOf(plan).map((side) => {
    const lines = variablesOf(side).map(
      ({ env, description, secret }) => `# ${commentText(description)}${secret ? ' (secret)' : ''}\n${env}=`,
    );
    return [
      ...lines,
      `# Another host in place of ${commentText(side.entity.api.baseUrl)}, for instance a sandbox or a mock`,
      `# ${side.envPrefix}_BASE_URL=`,
    ].join('\n');
  });
  const own = `# Checkpoint, id map and dead letters; must survive between runs\n# STATE_DIR=./.state\n# debug, info, warn or error\n# LOG_LEVEL=info`;
  return { path: '.env.example', content: `${[...blocks, own].join('\n\n')}\n` };
}
