import { patternReport } from './run-patterns.ts';

const specs = process.env['CAUSEWAY_SPECS'];
if (specs === undefined) {
  process.stderr.write('Set CAUSEWAY_SPECS to the folder of descriptions that the labels name\n');
  process.exitCode = 2;
} else {
  process.stdout.write(await patternReport(process.argv.slice(2), specs));
}
