import type { Plan } from '../../plan/plan.ts';
import { systemsOf, variablesOf } from '../config-file.ts';

/** Minutes between two runs where nobody says otherwise. */
export const everyMinutes = 15;

/** The longest name of a CronJob: Kubernetes adds eleven characters for each of its jobs, out of 63. */
const longest = 52;

/** Suffixes that overlays add. */
const suffix = '-staging'.length;

/** The connector's name as Kubernetes takes it, with room for an overlay's suffix. */
export function kubernetesName({ name }: Plan): string {
  return name.slice(0, longest - suffix).replace(/-+$/, '');
}

/** Settings of both systems that are no secrets, each once: they belong in a file that people read. */
export function plainSettings(plan: Plan): string[] {
  return [
    ...new Set(
      systemsOf(plan)
        .flatMap(variablesOf)
        .filter(({ secret }) => !secret)
        .map(({ env }) => env),
    ),
  ];
}

/** Names of the secrets. */
export function secretSettings(plan: Plan): string[] {
  return [
    ...new Set(
      systemsOf(plan)
        .flatMap(variablesOf)
        .filter(({ secret }) => secret)
        .map(({ env }) => env),
    ),
  ];
}
