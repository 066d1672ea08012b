import type { Plan } from '../../plan/plan.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { metrics } from './metric-names.ts';

interface Panel {
  readonly title: string;
  readonly type: 'stat' | 'timeseries';
  readonly unit: string;
  /** Queries with the name of each series. */
  readonly asks: readonly (readonly [expr: string, legend: string])[];
}

/** `deploy/grafana/dashboard.json`: what happened last, and how the calls went. */
export function emitDashboard({ name, source, target }: Plan): GeneratedFile {
  const dashboard = {
    title: `${source.brand} ${source.many} to ${target.brand} ${target.many}`,
    uid: `causeway-${name}`.slice(0, 40).replace(/-+$/, ''),
    tags: ['causeway'],
    schemaVersion: 39,
    editable: true,
    time: { from: 'now-24h', to: 'now' },
    refresh: '1m',
    templating: {
      list: [
        { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus', current: {} },
      ],
    },
    panels: panels(name).map(panelJson),
  };
  return { path: 'deploy/grafana/dashboard.json', content: `${JSON.stringify(dashboard, null, 2)}\n` };
}

function panels(name: string): Panel[] {
  const of = (metric: string, labels = ''): string => `${metric}{job="${name}"${labels}}`;
  const records = metrics.gauge('connector.last_run.records');
  const took = `${metrics.duration('http.client.request.duration')}_bucket`;
  const latency = (share: number): string =>
    `histogram_quantile(${share}, sum by (le, server_address) (rate(${of(took)}[$__rate_interval])))`;
  return [
    {
      title: 'Since the last finished run',
      type: 'stat',
      unit: 's',
      asks: [[`time() - ${of(metrics.gauge('connector.last_run.time'))}`, 'age']],
    },
    {
      title: 'Behind the source',
      type: 'stat',
      unit: 's',
      asks: [[of(metrics.gauge('connector.lag')), 'lag']],
    },
    {
      title: 'Dead letters of the last run',
      type: 'stat',
      unit: 'short',
      asks: [[of(records, ',outcome="failed"'), 'failed']],
    },
    {
      title: 'Records of each run by outcome',
      type: 'timeseries',
      unit: 'short',
      asks: [[of(records), '{{outcome}}']],
    },
    {
      title: 'Duration of requests',
      type: 'timeseries',
      unit: 's',
      asks: [
        [latency(0.5), 'half, {{server_address}}'],
        [latency(0.95), '95 %, {{server_address}}'],
      ],
    },
    {
      title: 'Requests sent again',
      type: 'timeseries',
      unit: 'short',
      asks: [
        [
          `sum by (server_address, http_response_status_code) (increase(${of(metrics.counter('connector.retries'))}[$__rate_interval]))`,
          '{{server_address}} {{http_response_status_code}}',
        ],
      ],
    },
    {
      title: 'Runs by result',
      type: 'timeseries',
      unit: 'short',
      asks: [
        [
          `sum by (result) (increase(${of(metrics.counter('connector.runs'))}[$__rate_interval]))`,
          '{{result}}',
        ],
      ],
    },
    {
      title: 'Duration of runs',
      type: 'timeseries',
      unit: 's',
      asks: [
        [
          `rate(${of(`${metrics.duration('connector.run.duration')}_sum`)}[$__rate_interval]) / rate(${of(`${metrics.duration('connector.run.duration')}_count`)}[$__rate_interval])`,
          '{{result}}',
        ],
      ],
    },
  ];
}

/** Grafana's grid is 24 wide: three stats in a row, then two graphs in each. */
function panelJson({ title, type, unit, asks }: Panel, index: number): object {
  const datasource = { type: 'prometheus', uid: `\${datasource}` };
  const stats = 3;
  const gridPos =
    index < stats
      ? { x: index * 8, y: 0, w: 8, h: 4 }
      : { x: ((index - stats) % 2) * 12, y: 4 + Math.floor((index - stats) / 2) * 8, w: 12, h: 8 };
  return {
    id: index + 1,
    title,
    type,
    datasource,
    gridPos,
    fieldConfig: { defaults: { unit }, overrides: [] },
    targets: asks.map(([expr, legendFormat], ask) => ({
      refId: String.fromCharCode(65 + ask),
      datasource,
      expr,
      legendFormat,
    })),
  };
}
