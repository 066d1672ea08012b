export interface RequestToAuthorize {
  readonly method: string;
  readonly url: URL;
}

/** Proves who we are, request by request. */
export interface Authorizer {
  headers(request: RequestToAuthorize): Promise<Record<string, string>>;
  /** After a 401: drops what was cached. False when there is nothing to renew. */
  renew(): boolean;
}
