/** The sandbox itself cannot run here; nothing of the untrusted code is known. */
export class SandboxUnavailable extends Error {
  readonly code = 'sandbox_unavailable';
  readonly hint = 'it needs Node 24 or newer and a platform for which isolated-vm ships a binary';

  constructor(why: string, options?: ErrorOptions) {
    super(`the sandbox cannot start: ${why}`, options);
    this.name = 'SandboxUnavailable';
  }
}
