/** Applies a person's decisions to a mapping. */
export { applyReview, type Review } from './apply-review.ts';
export { Decision, MatchKeyChoice } from './decision.ts';
export { reviewMapping } from './review-mapping.ts';
