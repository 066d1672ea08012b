import type { ConnectResult, RunRecord, StepReport } from '../../agent/index.ts';
import { type Config, RefusedError, RequestError } from '../../tools/core/index.ts';
import type { SlackAgent } from '../slack-agent.ts';
import { mapping } from './mapping.ts';

export const mappingId = `mapping_${'a'.repeat(24)}`;
export const changedId = `mapping_${'b'.repeat(24)}`;

/** An agent whose work takes no time, with the real one's rules for approvals. Tests change what it does next. */
export function scriptedAgent(config: Config) {
  const runs = new Map<string, RunRecord>();
  const calls: { connect: unknown[]; approve: unknown[] } = { connect: [], approve: [] };
  const step = (name: string, status: StepReport['status'], text = ''): StepReport => ({
    name,
    status,
    ms: status === 'done' ? 300 : 0,
    text,
  });
  const script = {
    calls,
    runs,
    /** Thrown by the next approvals in turn. */
    failures: [] as Error[],
    /** Awaited inside approve, so that a test can hold it. */
    hold: Promise.resolve(),
  };
  const stored = (id: string): RunRecord => {
    const run = runs.get(id);
    if (run === undefined) throw new RequestError('unknown_run', `There is no run ${id}`, 'See causeway runs');
    return run;
  };
  const agent: SlackAgent = {
    config,
    async connect(input, options = {}) {
      calls.connect.push(input);
      if (/martian/i.test(input.sentence))
        throw new RequestError(
          'unknown_system',
          `"${input.sentence}" does not name a system, token ${config.slack.botToken}`,
          'Name one of these <systems>',
        );
      if (/broken/i.test(input.sentence)) throw new Error('secret detail at /srv/agent.ts');
      options.onStep?.(step('fetch_spec source', 'running'));
      options.onStep?.(step('fetch_spec source', 'done', 'HubSpot <CRM> & co'));
      options.onStep?.(step('propose_mapping', 'done', '3 rows'));
      const id = `run_${runs.size + 1}`;
      const result: ConnectResult = {
        run: id,
        status: 'waiting',
        source: { system: 'hubspot', entity: 'contact' },
        target: { system: 'netsuite', entity: 'customer' },
        steps: [],
        mapping: { id: mappingId, rows: 4, approved: 0, open: 2 },
        questions: [],
        notes: ['Chosen: customer.'],
        tests: { verdict: null, passed: 0, failed: 0, skipped: 0, mutationScore: null },
        pullRequest: null,
        cost: { modelTokens: 0, usd: 0 },
        ms: 5,
      };
      runs.set(id, {
        id,
        request: {
          sourceSpec: null,
          targetSpec: null,
          approval: 'ask',
          threshold: 0.9,
          planner: null,
          dryRun: false,
          sentence: input.sentence,
          repo: input.repo ?? null,
        },
        cwd: null,
      inputs: '',
        status: 'waiting',
        approval: null,
        result,
        createdAt: '2026-01-01T00:00:00.000Z',
        updatedAt: '2026-01-01T00:00:00.000Z',
      });
      return result;
    },
    async approve(input, options = {}) {
      calls.approve.push(input);
      const run = stored(input.run);
      await script.hold;
      const failure = script.failures.shift();
      if (failure !== undefined) throw failure;
      if (run.result?.mapping?.id !== input.mapping)
        throw new RefusedError('mapping_changed', 'The approval names another mapping', 'Approve that one');
      options.onStep?.(step('open_pr', 'done', 'branch pushed'));
      const result: ConnectResult = {
        ...run.result,
        status: 'done',
        tests: { verdict: 'ok', passed: 12, failed: 0, skipped: 0, mutationScore: null },
        pullRequest: {
          kind: 'github',
          branch: 'causeway/hubspot-contact-to-netsuite-customer',
          base: 'main',
          commit: 'c0ffee',
          title: 'Connect HubSpot contact to NetSuite customer',
          body: 'long',
          url: 'https://github.com/acme/crm/pull/7',
          bodyFile: null,
          files: ['integrations/x/README.md', 'integrations/x/mapping.yaml'],
        },
      };
      runs.set(run.id, { ...run, status: 'done', approval: { ...input, rows: [] }, result });
      return result;
    },
    reject(id) {
      const run = stored(id);
      if (run.status !== 'waiting') throw new RefusedError('not_waiting', `Run ${id} is ${run.status}`, 'None');
      const rejected: RunRecord = { ...run, status: 'rejected' };
      runs.set(id, rejected);
      return rejected;
    },
    run: stored,
    mapping: async () => mapping,
  };
  return Object.assign(script, { agent });
}
