export const branchPrefix = 'causeway/';

/** One branch per connection, so that a second run finds the first one's. */
export function branchName(connector: string): string {
  return branchPrefix + connector;
}
