import ivm from 'isolated-vm';

/**
 * A V8 snapshot of the runtime, so that a fresh isolate starts with it in a few milliseconds. Only our own code
 * goes in: a snapshot gives no protection.
 */
export function makeSnapshot(runtime: string): ivm.ExternalCopy<ArrayBuffer> {
  return ivm.Isolate.createSnapshot([{ code: runtime, filename: 'sandbox-runtime.js' }]);
}

/** A snapshot as text for the parent, which gives it to later children of the same Node with the same flags. */
export function writeSnapshot(snapshot: ivm.ExternalCopy<ArrayBuffer>): string {
  return Buffer.from(snapshot.copy()).toString('base64');
}

/** The snapshot that `writeSnapshot` wrote. */
export function readSnapshot(text: string): ivm.ExternalCopy<ArrayBuffer> {
  const bytes = Buffer.from(text, 'base64');
  return new ivm.ExternalCopy(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
}
