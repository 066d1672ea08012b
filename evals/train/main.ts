import { runTrain } from './run-train.ts';

process.exitCode = await runTrain(process.argv.slice(2));
