/** A list that does not come to its end: the same page or cursor came twice. */
export class PaginationError extends Error {
  override readonly name = 'PaginationError';
}

/** Notices when a list goes round in circles. Ask it before going on to the next page. */
export class PageGuard {
  readonly #list: string;
  readonly #cursors = new Set<string>();
  #lastPage = '';

  constructor(list: string) {
    this.#list = list;
  }

  /** `cursor` is whatever selects the next page. Throws `PaginationError`. */
  check(cursor: string, records: readonly unknown[]): void {
    const page = JSON.stringify(records);
    if (this.#cursors.has(cursor) || (records.length > 0 && page === this.#lastPage)) {
      throw new PaginationError(
        `${this.#list} answered the same page twice; stopped instead of reading it for ever`,
      );
    }
    this.#cursors.add(cursor);
    this.#lastPage = page;
  }
}
