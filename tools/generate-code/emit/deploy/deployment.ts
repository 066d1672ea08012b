import type { Plan } from '../../plan/plan.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { emitAlerts } from './alerts-file.ts';
import { emitCompose } from './compose-files.ts';
import { emitDashboard } from './dashboard-file.ts';
import { emitDockerfile } from './dockerfile.ts';
import { emitKubernetes } from './kubernetes-files.ts';
import { emitWorkflow } from './workflow-file.ts';

/** `deploy/`: everything around the code that runs it, watches it and brings it back. */
export function emitDeployment(plan: Plan): GeneratedFile[] {
  return [
    emitDockerfile(),
    ...emitCompose(plan),
    ...emitKubernetes(plan),
    emitWorkflow(plan),
    emitAlerts(plan),
    emitDashboard(plan),
  ];
}
