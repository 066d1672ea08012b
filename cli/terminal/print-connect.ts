import { type ConnectResult, sayTests } from '../../agent/index.ts';
import { styled } from './piece.ts';
import { say } from './print.ts';

/** How a run ended, for people: the pull request, or what it waits for. */
export function printConnect(result: ConnectResult): void {
  const { source, target, mapping } = result;
  say();
  say(
    styled('bold', `${source.system} ${source.entity} → ${target.system} ${target.entity}`),
    styled('dim', `  ${result.run}, ${(result.ms / 1000).toFixed(1)} s`),
  );
  for (const note of result.notes) say(note);
  if (mapping !== null)
    say(`Mapping ${mapping.id}: ${mapping.rows} rows, ${mapping.approved} approved, ${mapping.open} open`);
  if (result.status === 'waiting') printWaiting(result);
  else printDelivered(result);
}

function printDelivered(result: ConnectResult): void {
  const { tests, pullRequest } = result;
  say(`Tests: ${sayTests(tests)}`);
  printQuestions(result);
  if (pullRequest === null) return;
  say();
  say(styled('bold', `Pull request (${pullRequest.kind}): ${pullRequest.title}`));
  say(
    `  branch ${pullRequest.branch} → ${pullRequest.base}${pullRequest.commit === null ? '' : `  ${pullRequest.commit.slice(0, 12)}`}`,
  );
  if (pullRequest.url !== null) say(`  ${pullRequest.url}`);
  if (pullRequest.bodyFile !== null) say(`  body ${pullRequest.bodyFile}`);
  for (const file of pullRequest.files) say(`  ${file}`);
}

function printWaiting(result: ConnectResult): void {
  printQuestions(result);
  say(styled('yellow', 'Waiting for a review. Nothing was written to the repository.'));
  say(`  causeway runs approve ${result.run} --mapping ${result.mapping?.id}`);
  say(`  causeway runs reject ${result.run}`);
}

const mostQuestions = 12;

function printQuestions({ questions }: ConnectResult): void {
  for (const question of questions.slice(0, mostQuestions)) say(styled('yellow', `? ${question.text}`));
  if (questions.length > mostQuestions)
    say(styled('yellow', `? … and ${questions.length - mostQuestions} more, listed in the pull request`));
}
