/** A path cut into the resource it belongs to. */
export interface PathParts {
  /** Literal and `{}` steps: `/customers/{}/addresses`. */
  readonly key: string;
  /** Literal steps that name something, in order: neither placeholders nor versions and numbers. */
  readonly names: readonly string[];
  /** Name of the last placeholder, when the path ends with one. */
  readonly lastParameter: string | null;
  readonly steps: readonly string[];
}

/**
 * Cuts a path into steps. `{id}.json` counts as `{id}`, OData's `customers({id})` as two steps, and `{name}:cancel` as the
 * placeholder and the action.
 */
export function pathParts(path: string): PathParts {
  const raw = path
    .split('/')
    .flatMap((step) => /^([^({]+)\((.*\{.*)\)$/.exec(step)?.slice(1) ?? [step])
    .flatMap((step) => step.split(/(?<=\}):/))
    .map((step) => step.replace(/\.(?:json|xml)$/, ''))
    .filter((step) => step !== '');
  const steps = raw.map(literal);
  const last = raw.at(-1) ?? '';
  return {
    key: `/${steps.join('/')}`,
    names: steps.filter((step) => step !== '{}' && !/^(?:v?\d[\d.-]*)$/i.test(step)),
    lastParameter: steps.at(-1) === '{}' ? (/\{([^}]*)\}/.exec(last)?.[1] ?? '') : null,
    steps,
  };
}

/** `{id}` and `'{id}'` → `{}`; `thumbnail.{extension}` → `thumbnail`: there the step has a name of its own. */
function literal(step: string): string {
  if (!step.includes('{')) return step;
  const name = /^[A-Za-z][A-Za-z\d_-]{2,}(?=\.\{)/.exec(step)?.[0];
  return name ?? '{}';
}
