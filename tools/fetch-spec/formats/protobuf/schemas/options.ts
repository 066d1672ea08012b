import { isObject, type Json, property } from '../../../../core/json/json.ts';

interface WithOptions {
  readonly options?: { readonly [name: string]: unknown } | undefined;
  readonly parsedOptions?: readonly unknown[] | null | undefined;
}

/** All values of an option that may be given several times, `(google.api.field_behavior)`. */
export function optionValues({ parsedOptions, options }: WithOptions, name: string): unknown[] {
  const parsed = (parsedOptions ?? []).flatMap((option) =>
    isObject(option) && Object.hasOwn(option, name) ? [option[name]] : [],
  );
  if (parsed.length > 0) return parsed;
  const flat = options !== undefined && Object.hasOwn(options, name) ? options[name] : undefined;
  return flat === undefined ? [] : [flat];
}

/** One option; undefined when it is not given. */
export function optionValue(object: WithOptions, name: string): Json | undefined {
  const [value] = optionValues(object, name);
  return value === undefined ? undefined : (value as Json);
}

/** A text inside an option: `type` of `(google.api.resource)`. */
export function optionText(object: WithOptions, name: string, key?: string): string | null {
  const value = optionValue(object, name);
  const text = key === undefined ? value : property(value, key);
  return typeof text === 'string' && text.trim() !== '' ? text : null;
}
