import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

const hashes = { md5, sha1, sha256, sha384, sha512 };
export type HashName = keyof typeof hashes;

/** `SHA-256`, `sha256`, `RSA-SHA256`… as a name known here; throws for any other. */
export function hashName(name: string): HashName {
  const plain = name.toLowerCase().replaceAll('-', '');
  if (Object.hasOwn(hashes, plain)) return plain as HashName;
  throw new Error(
    `the hash ${name} is not available in the sandbox; known are ${Object.keys(hashes).join(', ')}`,
  );
}

/** An incremental hash, keyed when `key` is given. */
export function newHash(name: HashName, key?: Uint8Array) {
  const hash = hashes[name];
  return key === undefined ? hash.create() : hmac.create(hash, key);
}
