/** A seeded generator (mulberry32): the sandbox has no true randomness, so that a run can be repeated. */
let state = 0x5eed;

/** A number in [0, 1). */
export function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

/** Fills a byte view in place. */
export function fillRandom(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(random() * 256);
}

/** A version 4 UUID. */
export function randomUuid(): string {
  const bytes = new Uint8Array(16);
  fillRandom(bytes);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
