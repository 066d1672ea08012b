import type { Tool } from '../tools/core/index.ts';
import { exportMapping } from '../tools/export-mapping/index.ts';
import { fetchSpec } from '../tools/fetch-spec/index.ts';
import { generateCode } from '../tools/generate-code/index.ts';
import { inferSchema } from '../tools/infer-schema/index.ts';
import { openPr } from '../tools/open-pr/index.ts';
import { proposeMapping } from '../tools/propose-mapping/index.ts';
import { readArtifact } from '../tools/read-artifact/index.ts';
import { reviewMapping } from '../tools/review-mapping/index.ts';
import { runTests } from '../tools/run-tests/index.ts';

/** Every tool, in the order of the job. */
export const tools: readonly Tool[] = [
  fetchSpec,
  inferSchema,
  proposeMapping,
  reviewMapping,
  exportMapping,
  generateCode,
  runTests,
  openPr,
  readArtifact,
];
