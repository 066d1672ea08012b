/** Git said no. The message is git's own (English, secrets removed); callers turn it into words with a next step. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
}
