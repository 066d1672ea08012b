import { type Mapping, sayConflictRule } from '../../model/index.ts';
import type { Facts } from './facts.ts';
import { fieldName, mappingTable } from './mapping-table.ts';
import { code, count, percent, text } from './markdown.ts';
import { openQuestions } from './open-questions.ts';
import { type ReviewState, reviewState } from './review-state.ts';
import { joinSections, type Section } from './section.ts';
import { testProof } from './test-proof.ts';
import { sideSystem } from './title.ts';

const fixed = (...head: string[]): Section => ({ head, lines: [], tail: [] });
const list = (title: string, lines: readonly string[], ...tail: string[]): Section | null =>
  lines.length === 0 ? null : { head: [`## ${title}`, ''], lines, tail };

/**
 * The pull request's text for a reviewer: what was asked, what is missing, the mapping with evidence, the test proof,
 * how to run it and how to undo it. Markdown, at most GitHub's limit; same facts, same bytes.
 */
export function pullRequestBody(facts: Facts): string {
  const state = reviewState(facts.mapping, facts.target);
  const sections = [
    opening(facts, state),
    missing(facts, state),
    howToReview(facts, state),
    mappingTable(state.mapped, facts.source, facts.target),
    conflicts(facts.mapping),
    openQuestions(state, facts.source, facts.target),
    suggestions(facts),
    incompatibilities(facts.mapping),
    matchKeys(facts.mapping),
    testProof(facts.report),
    list(
      'Decided for you',
      facts.notes.map((note) => `- ${text(note)}`),
    ),
    howToRun(facts),
    unused(facts),
    ignored(facts.mapping),
    fixed(
      '---',
      `Made by Causeway, run ${code(facts.run)}.`,
      // Connector names are lower-case words and dashes: nothing in them ends the comment.
      `<!-- causeway:connection=${facts.connector.name} -->`,
    ),
  ];
  return joinSections(sections.filter((section) => section !== null));
}

function opening({ request, source, target, report }: Facts, state: ReviewState): Section {
  const from = `${text(sideSystem(source, request))} ${text(source.label.toLowerCase())}`;
  const to = `${text(sideSystem(target, request))} ${text(target.label.toLowerCase())}`;
  const rejected = state.rejected.length === 0 ? '' : `, ${state.rejected.length} rejected`;
  const tests =
    report === null
      ? 'Its tests were not run.'
      : report.verdict === 'ok' && report.failed === 0
        ? `Its ${count(report.passed, 'test')} pass.`
        : '**Its tests do not pass.**';
  return fixed(
    'Somebody asked:',
    '',
    `> ${text(request, 500)}`,
    '',
    `This adds a connector that writes ${from} records to ${to} records. ${state.mapped.length} of ${count(state.targets, 'target field')} are mapped, ${state.undecided} left open${rejected}. ${tests}`,
  );
}

function missing({ target }: Facts, state: ReviewState): Section | null {
  if (state.missing.length === 0) return null;
  return {
    head: [
      '> [!WARNING]',
      `> **${count(state.missing.length, 'required field')} of the target without a source.** Expect the target to refuse records until this is settled.`,
      '>',
    ],
    lines: state.missing.map((row) => {
      const candidates = row.candidates.map((path) => code(path)).join(', ');
      return `> - ${fieldName(target, row.target)}: ${text(row.why)}${candidates === '' ? '' : `. Candidates: ${candidates}`}`;
    }),
    tail: [],
  };
}

function howToReview({ folder }: Facts, state: ReviewState): Section {
  const steps = [
    `Read the mapping below, least sure rows first. ${code(`${folder}/mapping.yaml`)} says the same for machines; the code was generated from it.`,
    ...(state.open.length === 0
      ? []
      : ['Decide the open questions, or leave them: those fields stay unwritten.']),
    'Run the tests and a dry run (commands below). Neither system is written to until you run the sync yourself.',
  ];
  return fixed('## How to review', '', ...steps.map((step, at) => `${at + 1}. ${step}`));
}

/** Folded: most of them are no. */
function suggestions({ mapping, target }: Facts): Section | null {
  const lines = (mapping.suggestions ?? []).map(({ target: path, candidates }) => {
    const named = candidates.map(({ source, confidence }) => `${code(source)} (${percent(confidence)})`);
    return `- [ ] ${fieldName(target, path)} from ${named.join(', ')}?`;
  });
  if (lines.length === 0) return null;
  return {
    head: [
      '<details>',
      `<summary>Fields without a row that a source may feed (${lines.length})</summary>`,
      '',
    ],
    lines,
    tail: ['', '</details>'],
  };
}

function incompatibilities({ incompatibilities: all }: Mapping): Section | null {
  return list(
    'Does not fit exactly',
    all.map(
      ({ source, target, message, lossy }) =>
        `- ${lossy ? '**Loses data:** ' : ''}${code(source)} → ${code(target)}: ${text(message)}`,
    ),
  );
}

/** What the rows leave unsaid, where it is not the usual: the source's value stands. */
function conflicts({ conflictRule = 'source', stamps }: Mapping): Section | null {
  if (conflictRule === 'source') return null;
  const by =
    conflictRule !== 'newest' || stamps == null
      ? ''
      : `, by ${code(stamps.source)} of the source and ${code(stamps.target)} of the target`;
  return fixed(`For rows that do not say otherwise: ${sayConflictRule(conflictRule)}${by}.`);
}

function matchKeys({ matchKeys: keys, matchKeyQuestion: question }: Mapping): Section {
  const lines = keys.map(
    ({ source, target, confidence }) => `- ${code(source)} = ${code(target)} (${percent(confidence)})`,
  );
  const none = 'Nothing tells that two records are the same: a record may be created twice.';
  if (lines.length > 0) return { head: ['## The same record is found by', ''], lines, tail: [] };
  const asked = question == null ? [] : ['', `**Open question:** ${text(question.why)}.`];
  const nearest = (question?.candidates ?? []).map(
    ({ source, target, confidence }) => `- [ ] ${code(source)} = ${code(target)}? (${percent(confidence)})`,
  );
  return {
    head: ['## The same record is found by', '', none, ...asked, ...(nearest.length === 0 ? [] : [''])],
    lines: nearest,
    tail: [],
  };
}

function howToRun({ branch, folder, connector }: Facts): Section {
  const has = (path: string) => connector.files.some((file) => file.path === path);
  return fixed(
    '## Run it',
    '',
    '```sh',
    `git switch ${branch}`,
    `cd ${folder}`,
    'npm install',
    'npm test                    # no network, no credentials',
    `npm run sync -- --dry-run   # reads, writes nothing${has('.env.example') ? '; settings: .env.example' : ''}`,
    '```',
    '',
    '## Roll back',
    '',
    `Before the merge: close this and delete the branch. After it: stop the sync, then revert the merge commit; everything of it is in ${code(folder)}.${has('RUNBOOK.md') ? ` Records already written: see ${code(`${folder}/RUNBOOK.md`)}.` : ''}`,
  );
}

function ignored({ ignore }: Mapping): Section | null {
  const side = (name: string, paths: readonly string[]) =>
    paths.length === 0
      ? []
      : [
          `Of the ${name}: ${paths
            .slice(0, 100)
            .map((path) => code(path))
            .join(', ')}`,
        ];
  const lines = [...side('source', ignore?.sources ?? []), ...side('target', ignore?.targets ?? [])];
  if (lines.length === 0) return null;
  return { head: ['<details><summary>Left alone on purpose</summary>', ''], lines, tail: ['', '</details>'] };
}

function unused({ mapping, source }: Facts): Section | null {
  const { unusedSources } = mapping;
  if (unusedSources.length === 0) return null;
  // What the source's own system keeps for itself (clicks, scores, stamps) would hide what somebody could miss.
  const kept = new Set(source.fields.filter((field) => field.readOnly).map((field) => field.path));
  const open = unusedSources.filter((path) => !kept.has(path));
  const shown = open.slice(0, 200);
  const rest = unusedSources.length - shown.length;
  const more =
    rest === 0
      ? ''
      : `and ${rest} ${shown.length < open.length ? 'more' : `that ${text(source.system)} sets itself`}`;
  return {
    head: [
      `<details><summary>${count(unusedSources.length, 'source field')} not used</summary>`,
      '',
      [...shown.map((path) => code(path)), ...(more === '' ? [] : [more])].join(', '),
    ],
    lines: [],
    tail: ['', '</details>'],
  };
}
