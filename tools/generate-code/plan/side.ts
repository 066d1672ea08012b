import type { Entity, Field } from '../../model/index.ts';
import { brandOf } from '../names/brand.ts';
import { camelCase, kebabCase, pascalCase, plural, words } from '../names/words.ts';
import type { CallSetting } from './call-settings.ts';

/** One side of the connection with the names its code goes by. */
export interface Side {
  readonly entity: Entity;
  /** `HubSpot` */
  readonly brand: string;
  /** `contact`, `sales orders` */
  readonly one: string;
  readonly many: string;
  /** `Contact`, `SalesOrders` */
  readonly typeOne: string;
  readonly typeMany: string;
  /** `HubSpotContact` */
  readonly recordType: string;
  /** `HubSpotClient`, in `hubspot.ts`. */
  readonly clientType: string;
  readonly clientFile: string;
  /** Its part of the configuration: `hubspot`, from variables that start with `HUBSPOT_`. */
  readonly configKey: string;
  readonly envPrefix: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** Settings that its calls need besides credentials and a record's id. */
  readonly callSettings: readonly CallSetting[];
}

/** Names one side. `sameSystem`: the other side is the same system, so the entity tells the clients apart. */
export function planSide(entity: Entity, sameSystem: boolean): Side {
  const brand = brandOf(entity.system);
  const typeOne = pascalCase(entity.name);
  const one = words(entity.name).join(' ') || 'record';
  return {
    entity,
    brand,
    one,
    many: plural(one),
    typeOne,
    typeMany: plural(typeOne),
    recordType: `${brand}${typeOne}`,
    clientType: sameSystem ? `${brand}${typeOne}Client` : `${brand}Client`,
    clientFile: kebabCase(sameSystem ? `${entity.system} ${entity.name}` : entity.system),
    configKey: camelCase(entity.system),
    envPrefix: (words(entity.system).join('_') || 'system').toUpperCase().replace(/^(?=\d)/, 'SYSTEM_'),
    fields: new Map(entity.fields.map((field) => [field.path, field])),
    callSettings: [],
  };
}
