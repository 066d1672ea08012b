import { isObject, type Json } from '../../../core/json/json.ts';
import { secretName } from '../../../core/samples/schema-of.ts';

/** Deepest nesting that is kept of a body; nobody's record is deeper. */
const maxDepth = 40;
const parameterName = /^(?:.*sig(?:nature)?|hmac|assertion|code|key|.*auth.*|jwt|sid|nonce|otp|pin|.*pwd)$/i;
/** JSON web tokens, keys with their vendor's prefix, long strings of hexadecimal or base 64 without a word in them. */
const secretValue =
  /^(?:(?:bearer|basic|token) \S{8,}|eyJ[\w-]{8,}\.[\w-]+\.[\w-]*|(?:sk|pk|rk|xox[a-z]|gh[a-z]|glpat|whsec|shp[a-z]{2}|pat|ya29|AKIA|AIza|SG)[_.-]?[\w.-]{16,})$/i;

/** Is the value of a parameter of that name not to be kept? */
export function isSecretParameter(name: string): boolean {
  return secretName.test(name) || parameterName.test(name);
}

/** A body without the values of secrets, told by their names or by what they look like; their fields stay. */
export function withoutSecrets(value: Json, depth = 0): Json {
  if (typeof value === 'string') return secretValue.test(value.slice(0, 5_000)) ? '' : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= maxDepth) return null;
  if (Array.isArray(value)) return value.map((inner) => withoutSecrets(inner, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' && secretName.test(name) ? '' : withoutSecrets(inner, depth + 1),
    ]),
  );
}
