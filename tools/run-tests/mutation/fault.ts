import { isChosen } from './mutant.ts';
import type { SyntaxNode } from './syntax.ts';

/** One fault at one place of a file, before it has an id. */
export interface Fault {
  readonly what: string;
  readonly node: SyntaxNode;
  /** The code of the fault. `old` is what stands there now, with the other mutants in it; `id` is the mutant's own. */
  readonly code: (old: string, id: string) => string;
}

/** The usual fault: another expression in the place of one. */
export const instead = (other: string) => (old: string, id: string) =>
  `(${isChosen(id)} ? ${other} : ${old})`;
