/** GitHub's own rule for owners is stricter on some servers, looser on others: what matters is that it is no path. */
const ownerAndName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;

/** Is the text `owner/name`, as GitHub names repositories (`acme/.github` is one, `acme/..` and `../x` are paths)? */
export function isRepositoryName(text: string): boolean {
  return ownerAndName.test(text);
}
