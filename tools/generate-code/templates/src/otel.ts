import { type Counter, type Gauge, type Histogram, metrics, SpanStatusCode, trace } from '@opentelemetry/api';
import { counters, durations, gauges, type Telemetry } from './telemetry.ts';

/**
 * Spans and metrics by the OpenTelemetry API. They go where otel.mjs says: without OTEL_EXPORTER_OTLP_ENDPOINT nowhere,
 * at no cost.
 */
export function openTelemetry(scope: string): Telemetry {
  const tracer = trace.getTracer(scope);
  const meter = metrics.getMeter(scope);
  const made = {
    counters: new Map<string, Counter>(),
    durations: new Map<string, Histogram>(),
    gauges: new Map<string, Gauge>(),
  };
  for (const [name, description] of Object.entries(counters)) {
    made.counters.set(name, meter.createCounter(name, { description }));
  }
  for (const [name, description] of Object.entries(durations)) {
    made.durations.set(name, meter.createHistogram(name, { description, unit: 's' }));
  }
  for (const [name, options] of Object.entries(gauges)) {
    made.gauges.set(name, meter.createGauge(name, options));
  }
  return {
    span: (name, attributes, work) =>
      tracer.startActiveSpan(name, { attributes }, async (span) => {
        try {
          return await work();
        } catch (error) {
          // The class only: messages quote what vendors and records say.
          span.setStatus({ code: SpanStatusCode.ERROR });
          span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
          throw error;
        } finally {
          span.end();
        }
      }),
    add: (name, amount, attributes) => made.counters.get(name)?.add(amount, attributes),
    took: (name, seconds, attributes) => made.durations.get(name)?.record(seconds, attributes),
    set: (name, value, attributes) => made.gauges.get(name)?.record(value, attributes),
  };
}
