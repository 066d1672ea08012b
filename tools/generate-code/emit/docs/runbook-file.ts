import type { Plan } from '../../plan/plan.ts';
import { systemsOf } from '../config-file.ts';
import type { GeneratedFile } from '../generated-file.ts';

/** `RUNBOOK.md`: for the person who is called when it does not work. */
export function emitRunbook(plan: Plan): GeneratedFile {
  const { name, source, target, reads } = plan;
  const content = `# Runbook: ${name}

## How a run ends

| exit code | meaning | what to do |
| --- | --- | --- |
| 0 | everything written | nothing |
| 1 | finished, some records failed | see "Dead letters" |
| 2 | configuration, arguments or state folder unusable | the message names every problem |
| 4 | ${source.brand} or ${target.brand} failed for good | start again later: the run goes on where it was |
| 70 | a bug | the stack trace is on stderr |

\`npm run -s sync -- --json\` prints the summary: read, created, updated, skipped, failed, the dead letter file, the checkpoint.

## Dead letters

One JSON line per failed record in \`STATE_DIR/dead-letters/\`, with source id, path, reason and the record itself: **treat
these files as personal data**. Mend the cause (the data, the mapping, \`src/overrides.ts\`), then

\`\`\`sh
npm run replay -- --dead-letters .state/dead-letters/FILE.jsonl
\`\`\`

${reads.get === undefined ? 'The records are sent as they were when they failed.' : `The records are read from ${source.brand} again and sent as they are now.`} What fails again is written to a new file; the old one can be removed.

## Frequent reasons

- **"already belongs to source record …"**: two ${source.many} fit the same ${target.one}. Merge them, or give one another key.
- **"the match key fits … target records"**: there are duplicates in ${target.brand}. Merge them, then replay.
- **"a create was interrupted"**: the run died between a create and its answer, and there is no way to search. Look in
  ${target.brand}; if the record is there, add \`{"source":"…","target":"…","hash":""}\` to \`STATE_DIR/id-map.jsonl\`; if not, replay.
- **401 or 403**: the credentials of ${systemsOf(plan)
    .map((side) => side.brand)
    .join(' or ')} are wrong or lack rights. The run stops at the first 401.

## State

\`STATE_DIR\` holds \`checkpoint.json\`, \`id-map.jsonl\` and \`dead-letters/\`. Back it up. Never run two syncs on one folder; a
second one refuses. Without the folder everything is read again, and records are recognised as the README says.

## Undo

Roll back by running the image or the commit from before: \`mapping.yaml\` and the code belong together, so one revert is
enough. Then \`npm run sync -- --full\` writes every record again as the old mapping has it. Fields that only the new
mapping wrote keep their values.
`;
  return { path: 'RUNBOOK.md', content };
}
