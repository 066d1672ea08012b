import { counters, durations, gauges } from '../../templates/src/telemetry.ts';

/**
 * What Prometheus calls our metrics, by the rules of the OpenTelemetry specification ("Prometheus and OpenMetrics
 * compatibility"): dots become underscores, a unit in seconds and `total` of a counter are added, a unit in braces is not.
 */
export const metrics = {
  counter: (name: keyof typeof counters): string => `${plain(name)}_total`,
  duration: (name: keyof typeof durations): string => `${plain(name)}_seconds`,
  gauge: (name: keyof typeof gauges): string =>
    gauges[name].unit === 's' ? `${plain(name)}_seconds` : plain(name),
} as const;

/** Every name that a rule or a panel may ask for. */
export function allMetricNames(): string[] {
  return [
    ...keysOf(counters).map(metrics.counter),
    ...keysOf(durations).flatMap((name) =>
      ['bucket', 'sum', 'count'].map((part) => `${metrics.duration(name)}_${part}`),
    ),
    ...keysOf(gauges).map(metrics.gauge),
  ];
}

function plain(name: string): string {
  return name.replaceAll('.', '_');
}

function keysOf<Key extends string>(object: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(object) as Key[];
}
