import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { openworkflowJobs } from '../openworkflow-jobs.ts';

const [dir = '', die = ''] = process.argv.slice(2);
const log = (name: string) => appendFileSync(join(dir, 'log'), `${name} `);

await openworkflowJobs(join(dir, 'runs')).run('run_1', 'draft', async (step) => {
  for (const name of ['a', 'b', 'c']) {
    await step(name, async () => {
      log(name);
      if (name === 'b' && die === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
      return null;
    });
  }
  return null;
});
