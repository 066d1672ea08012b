export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** Counters: how often something happened. */
export const counters = {
  'connector.records': 'Records by outcome: read, created, updated, skipped, deleted, failed',
  'connector.retries': 'Requests that were sent again, by host and status',
  'connector.runs': 'Runs by result: done, dead_letters, failed',
} as const;

/** Durations in seconds. */
export const durations = {
  'http.client.request.duration': 'One request without its retries, by host, method and status',
  'connector.run.duration': 'One run from start to end',
} as const;

/** Gauges: the newest value. A run is short, so alerts go by these. */
export const gauges = {
  'connector.lag': { unit: 's', description: 'Age of the checkpoint: how far behind the source we are' },
  'connector.last_run.records': { unit: '{record}', description: 'Records of the last run by outcome' },
  'connector.last_run.time': {
    unit: 's',
    description: 'End of the last run that came to its end, since 1970',
  },
} as const;

/** What a run tells while it goes. No name and no attribute holds anything of a record. */
export interface Telemetry {
  /** Times a piece of work as a span, which counts as failed when the work throws. */
  span<Result>(name: string, attributes: Attributes, work: () => Promise<Result>): Promise<Result>;
  add(counter: keyof typeof counters, amount: number, attributes?: Attributes): void;
  took(duration: keyof typeof durations, seconds: number, attributes?: Attributes): void;
  set(gauge: keyof typeof gauges, value: number, attributes?: Attributes): void;
}

/** For tests, and for who does not care. */
export const noTelemetry: Telemetry = {
  span: (_name, _attributes, work) => work(),
  add: () => undefined,
  took: () => undefined,
  set: () => undefined,
};
