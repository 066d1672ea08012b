import { type MappingRow, sayRow } from '../../../model/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { openRequired } from '../../plan/refuse-open.ts';
import type { Side } from '../../plan/side.ts';
import { addsToLists, writtenLists } from '../../plan/sublists.ts';
import { systemsOf, variablesOf } from '../config-file.ts';
import { hasConflictRules } from '../conflicts.ts';
import { everyMinutes } from '../deploy/names.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { unfilledFields } from '../unfilled-fields.ts';
import { codeText, plainText, shown } from './markdown.ts';

/** `README.md`: what the connector does, what is open, where to read, how to run it. */
export function emitReadme(plan: Plan): GeneratedFile {
  const { source, target } = plan;
  const content = `# ${source.brand} ${source.many} to ${target.brand} ${target.many}

${warning(plan)}Carries every ${source.brand} ${source.one} over to ${target.brand}, and later what has changed. The mapping in
[mapping.yaml](mapping.yaml) was reviewed by people; the code was generated from it and needs nothing of Causeway to run.

## Run it

\`\`\`sh
npm install
npm test                        # no network, no credentials
cp .env.example .env            # then fill it in
npm run sync -- --dry-run       # reads and checks, writes nothing
npm run sync -- --limit 10      # the first ten
npm run sync
\`\`\`

${settings(plan)}

## Deploy it

\`deploy/\` has what runs and watches it. None of it is active until you use it.

| | |
| --- | --- |
| \`Dockerfile\`, \`compose.yaml\` | one run: \`docker compose -f deploy/compose.yaml run --rm connector\` |
| \`kubernetes/\` | a CronJob every ${everyMinutes} minutes; \`kubectl apply -k deploy/kubernetes/overlays/production\` after you have put in your registry and settings |
| \`github-workflow.yml\` | checks for your CI; copy it to \`.github/workflows/\` |
| \`prometheus/alerts.yaml\`, \`grafana/dashboard.json\` | for the metrics that \`otel.mjs\` sends |
| \`telemetry/\` | collector, Prometheus and Grafana on your machine: \`docker compose -f deploy/compose.yaml --profile telemetry up -d\` |

## The mapping

| ${target.brand} | from ${source.brand} | how |
| --- | --- | --- |
${[...plan.rows, ...plan.byHand].map(mappingLine).join('\n')}

${change(plan)}

${openSection(plan)}## What it promises

${promises(plan)
  .map((line) => `- ${line}`)
  .join('\n')}

## Where to read

- \`src/transform.ts\`: the mapping as code, one line per field. \`src/schema.ts\`: what is let through at both edges.
- \`src/${source.clientFile}.ts\`, \`src/${target.clientFile}.ts\`: the API calls, each with the page of the vendor's documentation.
- \`src/sync.ts\`, \`src/write-record.ts\`: how a run goes, and why nothing is written twice.
- \`src/overrides.ts\` is yours. Code that is generated says so in its first line. Where you change it all the same, the next
  pull request merges your lines with the new ones, or leaves your file and says so; \`causeway.lock.json\` knows which are yours.

What to do when something goes wrong: [RUNBOOK.md](RUNBOOK.md).
`;
  return { path: 'README.md', content };
}

function settings(plan: Plan): string {
  const lines = systemsOf(plan)
    .flatMap(variablesOf)
    .map(
      ({ env, description, secret }) =>
        `| \`${env}\` | ${plainText(description)}${secret ? ' (secret)' : ''} |`,
    );
  const bases = systemsOf(plan).map((side) => `\`${side.envPrefix}_BASE_URL\``);
  return `| setting | |
| --- | --- |
${lines.join('\n')}
| ${bases.join(', ')} | another scheme, host and port, for a sandbox or a mock |
| \`STATE_DIR\` | checkpoint, id map, dead letters; default \`./.state\`, must survive between runs |
| \`LOG_LEVEL\` | debug, info, warn or error; logs are JSON lines on stderr |
| \`OTEL_EXPORTER_OTLP_ENDPOINT\` | where spans and metrics go, such as \`http://collector:4318\`; without it there are none |`;
}

function warning(plan: Plan): string {
  const paths = unfilledFields(plan).map(({ path }) => codeText(path));
  if (paths.length === 0) return '';
  return `> **Cannot create records yet: ${paths.join(', ')}.** ${plan.target.brand} requires ${paths.length === 1 ? 'this field' : 'these fields'}, and no row of the mapping fills ${paths.length === 1 ? 'it' : 'them'}. Until a row or \`src/overrides.ts\` does, every record goes to the dead letters, and the tests of writing are skipped.\n\n`;
}

function change({ source, target }: Plan): string {
  return `To change the mapping, ask again and review its rows: \`causeway connect "connect ${sentence(source)} to ${sentence(target)}" --repo .\` makes a branch with
the new code. Nothing reads \`mapping.yaml\` back. A field of the table can also be filled or corrected in
\`src/overrides.ts\`, which stays yours.`;
}

/** A side as one asks for it; names of descriptions are text from outside. */
function sentence({ brand, many }: Side): string {
  return `${brand} ${many}`.replace(/[^\w ]/g, ' ');
}

function mappingLine(row: MappingRow): string {
  return `| ${codeText(row.target)} | ${row.sources.map(codeText).join(', ') || '—'} | ${sayRow(row, shown)} |`;
}

function openSection({ mapping, target, leftOut, byHand }: Plan): string {
  const undecided = mapping.rows.filter(({ status }) => status === 'proposed');
  const lines = [
    ...openRequired(mapping, target.entity).map(
      ({ target: path, why, candidates }) =>
        `- [ ] **${codeText(path)} is required** and has no source: ${plainText(why)}.${candidates.length === 0 ? '' : ` Candidates: ${candidates.slice(0, 5).map(codeText).join(', ')}.`} Every record fails until it has one.`,
    ),
    ...leftOut.map(
      ({ target: path, why }) => `- [ ] ${codeText(path)} is not in the code: ${plainText(why)}.`,
    ),
    ...byHand.map((row) => `- [ ] ${codeText(row.target)} is to be written in \`src/overrides.ts\`.`),
    ...undecided.map(
      (row) =>
        `- [ ] ${codeText(row.target)} from ${row.sources.map(codeText).join(', ')}? Nobody has decided, so it is left out.`,
    ),
  ];
  return lines.length === 0 ? '' : `## Open\n\n${lines.join('\n')}\n\n`;
}

function promises(plan: Plan): string[] {
  const { source, target, reads, writes, matchKey, upsertKey } = plan;
  const recognised =
    upsertKey !== null
      ? `by ${codeText(upsertKey)} first${matchKey === null ? '' : `, then by ${codeText(matchKey)}, which finds those from before the first run`}`
      : matchKey !== null
        ? `by the id map in \`STATE_DIR\`, else by ${codeText(matchKey)}`
        : `by the id map in \`STATE_DIR\` only: **records that exist in ${target.brand} already are not recognised**`;
  return [
    reads.changes === undefined
      ? `${source.brand} cannot be asked for changes, so every run reads all ${source.many} and writes those that differ from the last time.`
      : `The first run reads all ${source.many}; later ones what changed since the checkpoint, from five minutes before it. \`--full\` reads and writes everything again.`,
    `A ${target.one} is recognised ${recognised}.${matchKey === null ? '' : ' Where several fit, none is touched: the record goes to the dead letters.'}`,
    ...matching(plan),
    'A run that is killed goes on when it is started again with the same `STATE_DIR`, and writes nothing twice.',
    `${writes.create === undefined || target.entity.api.idempotencyHeader !== null ? 'Writes are' : 'Reads and updates are'} repeated after network errors and 5xx, with growing waits; \`Retry-After\` is honoured.${
      writes.create === undefined || target.entity.api.idempotencyHeader !== null
        ? ''
        : ' A create whose answer was lost is repeated only after a search for what it may have made.'
    }`,
    `An empty value is not written on a record's first write, so it blanks nothing that ${target.brand} has already. Later it clears a field only where this connector wrote a value before.`,
    ...replacing(plan),
    'A record that does not fit goes to a dead letter file with path and reason, and the run goes on.',
    `Nothing is ever deleted in ${target.brand}. When both sides change a field, ${source.brand} wins${hasConflictRules(plan) ? ', but for these:' : '.'}`,
    ...conflicts(plan),
  ];
}

/** What becomes of fields that both sides change, where it is not the source's value that stands. */
function conflicts({ source, target, guarded, writes }: Plan): string[] {
  const { updatedField: ours } = source.entity;
  const { updatedField: theirs } = target.entity;
  const say = (paths: readonly string[], words: string) =>
    paths.length === 0 ? [] : [`${paths.map(codeText).join(', ')}: ${words}`];
  return [
    ...say(
      guarded.target,
      writes.get === undefined
        ? `written when a record is made, and never again: ${target.brand} keeps its value.`
        : `written only where ${target.brand} has no value; one that is there stays.`,
    ),
    ...say(
      guarded.newest,
      `the record that was changed last decides, by ${codeText(ours ?? '')} of ${source.brand} and ${codeText(theirs ?? '')} of ${target.brand}. A change on one side only is kept either way.`,
    ),
    ...say(
      guarded.ask,
      'the record goes to the dead letters with the reason "conflict". Make both sides alike, or replay it to take the value of ' +
        `${source.brand}. A change on one side only is kept.`,
    ),
  ];
}

/** What a match key can and cannot tell. */
function matching({ source, target, matchKey, externalKey }: Plan): string[] {
  if (matchKey === null) return [];
  const key = codeText(matchKey);
  return [
    `Several ${source.many} with the same ${key} fit one ${target.one}: the first that is read is written, **the others go to the dead letters** whenever they are read. They are never merged.`,
    ...(externalKey === null
      ? []
      : [
          `A match by ${key} that carries another ${codeText(externalKey)} belongs to something else: it is not touched, the record goes to the dead letters.`,
        ]),
  ];
}

function replacing({ source, target, writes, rows }: Plan): string[] {
  const lists = [writes.update, writes.upsert].some(
    (operation) => operation !== undefined && addsToLists(operation),
  )
    ? writtenLists(rows)
    : [];
  if (lists.length === 0) return [];
  return [
    `${lists.map(codeText).join(', ')} ${lists.length === 1 ? 'is' : 'are'} replaced as a whole: **lines that only ${target.brand} has are removed**, ${source.brand} is where they belong.`,
  ];
}
