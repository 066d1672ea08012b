import { memoryBombs } from './memory.ts';
import { longBombs, outputBombs, quietBombs, stackBombs } from './others.ts';
import { timeBombs } from './time.ts';

/** Code that tries to take the host down with it. */
export const allBombs = [...memoryBombs, ...timeBombs, ...stackBombs, ...outputBombs, ...longBombs, ...quietBombs];
