// A process that runs the main job and, when told so, kills itself in the middle of a step.
import { createLog, readConfig } from '../../tools/core/index.ts';
import { Agent } from '../agent.ts';

const [home = '', repo = '', dieIn = ''] = process.argv.slice(2);
const agent = await Agent.open(readConfig({ CAUSEWAY_HOME: home, CAUSEWAY_MUTANTS: '0' }), createLog(false));
const result = await agent.connect(
  { sentence: 'connect HubSpot contacts to NetSuite contacts', repo, approval: 'policy' },
  {
    cwd: '/',
    onStep: ({ name, status }) => {
      process.stdout.write(`${status} ${name}\n`);
      if (name === dieIn && status === 'running') process.kill(process.pid, 'SIGKILL');
    },
  },
);
process.stdout.write(`result ${result.status} ${result.run}\n`);
await agent.close();
process.exit();
