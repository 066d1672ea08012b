import type { Entity } from '../../model/index.ts';
import { displayName } from './display-name.ts';
import type { Facts } from './facts.ts';

/** `Connect HubSpot contact to NetSuite contact`. Plain text, one line. */
export function pullRequestTitle({ source, target, request }: Facts): string {
  const side = (entity: Entity) => `${sideSystem(entity, request)} ${entity.label.toLowerCase()}`;
  // A title is shown as text, yet GitHub makes mentions and references of what looks like one.
  const title = `Connect ${side(source)} to ${side(target)}`.replaceAll(/[^\p{L}\p{N} ._/()-]+/gu, ' ');
  return title.replaceAll(/\s+/g, ' ').trim().slice(0, 120);
}

/** The system's name as people write it. */
export function sideSystem({ system, provenance, description }: Entity, request: string): string {
  return displayName(system, [description, ...provenance, request]);
}
