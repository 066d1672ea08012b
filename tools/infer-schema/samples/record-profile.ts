import type { ValueProfile } from '../../core/samples/value-profile.ts';
import { type Entity, parsePath } from '../../model/index.ts';

/** How deep records may be wrapped. */
const maxDepth = 3;

/**
 * What was seen of the records of an entity: the samples themselves, or a part of them that has more of the entity's fields
 * than they have, as in `{"gadgets": […]}` and `{"fixtures": {"gadget": {…}}}`.
 */
export function recordProfile(entity: Entity, samples: ValueProfile): ValueProfile {
  const names = new Set(entity.fields.map(({ path }) => parsePath(path)[0]?.name ?? path));
  const own = shared(samples, names);
  // Some fields of its own: parts may look like it (a parent, a copy), and are parts.
  if (own > 1 || (own > 0 && samples.properties.has(idOf(entity)))) return samples;
  const called = new Set([entity.name, entity.label].map(plain));
  let best = { profile: samples, score: own };
  for (const { profile, name } of parts(samples, maxDepth)) {
    const fields = shared(profile, names);
    const score = fields + (fields > 0 && isCalled(name, called) ? names.size : 0);
    if (score > best.score) best = { profile, score };
  }
  if (best.profile === samples) return samples;
  best.profile.untyped = samples.untyped;
  best.profile.warnings.push(...samples.warnings);
  return best.profile;
}

function* parts(profile: ValueProfile, depth: number): Generator<{ profile: ValueProfile; name: string }> {
  if (depth === 0) return;
  for (const [name, member] of profile.properties) {
    for (const part of [member, member.items]) {
      if (part === undefined || part.objects === 0) continue;
      yield { profile: part, name };
      yield* parts(part, depth - 1);
    }
  }
}

function shared({ properties }: ValueProfile, names: ReadonlySet<string>): number {
  let count = 0;
  for (const name of properties.keys()) if (names.has(name)) count += 1;
  return count;
}

function idOf({ idField }: Entity): string {
  return idField === null ? '' : (parsePath(idField)[0]?.name ?? '');
}

function isCalled(name: string, called: ReadonlySet<string>): boolean {
  const text = plain(name);
  return called.has(text) || called.has(text.replace(/s$/, '')) || called.has(text.replace(/ies$/, 'y'));
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
