import type { MappingCase } from './mapping-case.ts';

/**
 * The vendor whose record a case maps to or from a common model: what is held out together. A vendor is the first word
 * of its system's name, so that two products of one house (`ukg-pro`, `ukg-ready`) are never on both sides of a split.
 */
export function providerOf({ source, target }: MappingCase): string {
  const common = source.system.startsWith('unified') || /-(?:model|unified)$/.test(source.system);
  const system = common ? target.system : source.system;
  return system.toLowerCase().split(/[\s.-]/)[0] ?? system;
}
