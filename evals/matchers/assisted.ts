import { BugError } from '../../tools/core/index.ts';
import type { Matcher } from './matcher.ts';

/**
 * The product's matcher helped by a model on the doubtful rows. The help itself is not built yet: until `predict` calls
 * it, this matcher says that it did not run, whatever the key.
 */
export const assisted: Matcher = {
  name: 'assisted',
  notRun: ({ ANTHROPIC_API_KEY: key }) =>
    key === undefined || key === '' ? 'no ANTHROPIC_API_KEY' : 'model assistance is not built yet',
  predict() {
    throw new BugError('not_built', 'Model assistance is not built yet', 'Ask notRun() before predict()');
  },
};
