/** A connector with one deliberate fault: strong tests notice it. */
export interface Mutant {
  readonly id: string;
  /** Of the mapping and its promises (a dropped row, a page left out), or of the code in general. */
  readonly kind: 'mapping' | 'code';
  /** The fault in plain words. */
  readonly what: string;
  /** `file:line` */
  readonly at: string;
}

/** Sources in which every mutant sleeps until its id is chosen. */
export interface MutatedFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly mutants: readonly Mutant[];
}

/** Times that a mutant may be met in one run: what goes on longer goes round in circles. */
const mostHits = 20_000;

/** One statement that wakes a mutant: StrykerJS's own switch, which our mutants of the mapping use too. */
export const choose = ({ id }: Mutant): string =>
  `globalThis.__stryker__={activeMutant:${JSON.stringify(id)},hitCount:0,hitLimit:${mostHits}};`;

/** An expression of the connector's code: whether this mutant is chosen. */
export const isChosen = (id: string): string =>
  `globalThis.__stryker__?.activeMutant === ${JSON.stringify(id)}`;
