import type { Finding } from '../../../../../model/index.ts';
import { rankFindings } from '../evidence.ts';
import type { Survey } from '../survey.ts';
import { searchFindings } from './search-findings.ts';
import { sinceFindings } from './since-findings.ts';
import { sortFindings } from './sort-findings.ts';
import { syncTokenFindings } from './sync-token-findings.ts';

/** Ways to read only what changed. */
export function incrementalFindings(survey: Survey): Finding[] {
  return rankFindings([
    ...sinceFindings(survey),
    ...syncTokenFindings(survey),
    ...searchFindings(survey),
    ...sortFindings(survey),
  ]);
}
