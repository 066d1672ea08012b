import type { Plan } from '../../plan/plan.ts';
import { systemsOf } from '../config-file.ts';
import { kubernetesName } from '../deploy/names.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { unfilledFields } from '../unfilled-fields.ts';
import { codeText } from './markdown.ts';

/** `RUNBOOK.md`: for the person who is called when it does not work. */
export function emitRunbook(plan: Plan): GeneratedFile {
  const { name, source, target } = plan;
  const content = `# Runbook: ${name}

## How a run ends

| exit code | meaning | what to do |
| --- | --- | --- |
| 0 | everything written | nothing |
| 1 | finished, some records failed | see "Dead letters" |
| 2 | configuration, arguments or state folder unusable | the message names every problem |
| 4 | ${source.brand} or ${target.brand} failed for good | start again later: the run goes on where it was; \`--json\` tells what was done until then |
| 70 | a bug | the stack trace is on stderr |

\`npm run -s sync -- --json\` prints the summary: read, created, updated, skipped, failed, the dead letter file, the checkpoint.

## Dead letters

One JSON line per failed record in \`STATE_DIR/dead-letters/\`, with source id, path, reason and the record itself: **treat
these files as personal data**. The log names only id and path: reasons quote values. Mend the cause (the data,
\`src/overrides.ts\`, or the mapping by \`causeway connect\` and a review of its rows), then

\`\`\`sh
npm run replay -- --dead-letters .state/dead-letters/FILE.jsonl
\`\`\`

${replay(plan)} What fails again is written to a new file; the old one can be removed.

## Frequent reasons

${reasons(plan)
  .map((line) => `- ${line}`)
  .join('\n')}

## State

\`STATE_DIR\` holds \`checkpoint.json\`, \`id-map.jsonl\`, \`dead-letters/\` and \`last-run.json\`. Back it up. Two syncs on one folder would write
twice: a second one refuses, also from another container that shares the folder. The lock of a run that was killed is
taken over, at the latest after about a minute. Without the folder everything is read again, and records are recognised as the README says.

## Alerts

\`npm run -s health\` says how the last run ended (in the image: \`node src/health.ts\`). With a collector, the rules of
\`deploy/prometheus/alerts.yaml\` call you:

| alert | what to look at |
| --- | --- |
| ConnectorHasNotFinished | the newest log: exit code 2 (a setting), 4 (an API is down), or no run at all: is the job scheduled, does another run hold the lock? |
| ConnectorIsSilent | no run has told anything for a day: schedule, collector, \`OTEL_EXPORTER_OTLP_ENDPOINT\` |
| ConnectorHasDeadLetters | "Dead letters" above |
${plan.reads.changes === undefined ? '' : `| ConnectorLagsBehind | was nothing changed in ${source.brand}, or are changes not seen? \`npm run sync -- --full --dry-run\` shows |\n`}
## A new version

An image is tagged once, with the code and the \`mapping.yaml\` it was made from. Before a new tag takes over, let it read
real records and write none:

\`\`\`sh
kubectl apply -k deploy/kubernetes/overlays/canary      # with the new tag
kubectl create job --from=cronjob/${kubernetesName(plan)}-canary ${kubernetesName(plan)}-canary-1
kubectl logs -f job/${kubernetesName(plan)}-canary-1               # nothing failed? then the tag goes into production
kubectl apply -k deploy/kubernetes/overlays/production
\`\`\`

## Undo

One command goes back, because tag, code and \`mapping.yaml\` changed in one commit:

\`\`\`sh
git revert --no-edit HEAD && kubectl apply -k deploy/kubernetes/overlays/production
\`\`\`

Then \`npm run sync -- --full\` writes every record again as the old mapping has it. Fields that only the new
mapping wrote keep their values.
`;
  return { path: 'RUNBOOK.md', content };
}

function replay({ source, reads }: Plan): string {
  return reads.get === undefined
    ? `The records are sent as they were when they failed: take the lines of those out that were deleted in ${source.brand} since.`
    : `The records are read from ${source.brand} again and sent as they are now. One that is no longer there is skipped and named in the log, never written from the file.`;
}

/** What can go wrong with this connection, and no other. */
function reasons(plan: Plan): string[] {
  const { source, target, writes, matchKey, externalKey } = plan;
  const notMapped = unfilledFields(plan).length > 0;
  return [
    ...(notMapped
      ? [
          `**"is required and not mapped"**: ${target.brand} takes no record without that field; see the README.`,
        ]
      : []),
    ...(matchKey === null
      ? []
      : [
          `**"already belongs to source record …"**: several ${source.many} have the same ${codeText(matchKey)}, and fit the same ${target.one}. The first one that was read is written, the others come back in every run that reads them. Merge them, or give one another key.`,
          `**"the match key fits … target records"**: there are duplicates in ${target.brand}. Merge them, then replay.`,
        ]),
    ...(matchKey !== null && externalKey !== null
      ? [
          `**"has another external id"**: the ${target.one} with this ${codeText(matchKey)} was linked by something else. Clear its ${codeText(externalKey)} if it may be taken over, then replay.`,
        ]
      : []),
    ...(writes.create === undefined
      ? []
      : [
          `**"a create was interrupted"**: the run died between a create and its answer, and ${matchKey === null ? 'there is no way to search' : `without a ${codeText(matchKey)} there is no way to search`}. Look in ${target.brand}; if the record is there, add \`{"source":"…","target":"…","hash":""}\` to \`STATE_DIR/id-map.jsonl\`; if not, replay.`,
        ]),
    `**401 or 403**: the credentials of ${systemsOf(plan)
      .map((side) => side.brand)
      .join(' or ')} are wrong or lack rights. The run stops at the first 401.`,
  ];
}
