import type { Warning } from '../../model/index.ts';
import { isObject, type Json, type JsonObject } from '../json/json.ts';
import { ScalarProfile } from './scalar-profile.ts';

const maxDepth = 12;
/** Most places that are told apart in one kind of record. */
const maxPlaces = 3_000;

interface Budget {
  places: number;
  unnamed: number;
}

/**
 * What was seen at one place of sample records, and below it. Records are added one by one and not kept: memory grows with
 * the number of different fields, never with the number of records.
 */
export class ValueProfile {
  seen = 0;
  nulls = 0;
  objects = 0;
  arrays = 0;
  /** Objects and lists with nothing in them, or too deep to walk. */
  opaque = 0;
  readonly properties = new Map<string, ValueProfile>();
  items: ValueProfile | undefined;
  scalars: ScalarProfile | undefined;
  /** What was doubtful about the reading of the records; of the outermost profile only. */
  readonly warnings: Warning[] = [];
  /** Does every value come as text, whatever it means (CSV)? */
  untyped = false;
  readonly #depth: number;
  readonly #budget: Budget;

  constructor(depth = 0, budget: Budget = { places: maxPlaces, unnamed: 0 }) {
    this.#depth = depth;
    this.#budget = budget;
  }

  /** Were there more fields than are told apart? */
  get cut(): boolean {
    return this.#budget.places <= 0;
  }

  /** Values under an empty name, anywhere in the records. */
  get unnamed(): number {
    return this.#budget.unnamed;
  }

  add(value: Json): void {
    this.seen += 1;
    if (value === null) this.nulls += 1;
    else if (Array.isArray(value)) this.#addArray(value);
    else if (isObject(value)) this.#addObject(value);
    else {
      this.scalars ??= new ScalarProfile();
      this.scalars.add(value);
    }
  }

  #addArray(value: readonly Json[]): void {
    this.arrays += 1;
    if (value.length === 0) return;
    this.items ??= this.#below();
    if (this.items === undefined) this.opaque += 1;
    else for (const element of value) this.items.add(element);
  }

  #addObject(value: JsonObject): void {
    this.objects += 1;
    for (const name of Object.keys(value)) {
      if (name === '') {
        this.#budget.unnamed += 1;
        continue;
      }
      let known = this.properties.get(name);
      if (known === undefined) {
        known = this.#below();
        if (known === undefined) {
          this.opaque += 1;
          continue;
        }
        this.properties.set(name, known);
      }
      const inner = value[name];
      if (inner !== undefined) known.add(inner);
    }
  }

  #below(): ValueProfile | undefined {
    if (this.#depth >= maxDepth || this.#budget.places <= 0) return undefined;
    this.#budget.places -= 1;
    return new ValueProfile(this.#depth + 1, this.#budget);
  }
}
