import { builtInChecklist } from '../../policy/built-in-checklist.js';
import { codeownersFiles, skillFile } from '../../policy/read-tip.js';
import type { PilotRequest } from '../pilot-request.js';
import type { ProposedFile } from '../proposed-file.js';
import type { Survey } from '../survey-repository.js';
import { writeBackingLines } from '../backing-lines.js';
import { writeGateWorkflows } from './gate-workflows.js';
import { writePullRequestTemplate } from './pull-request-template.js';

/** What belongs to a policy besides its section, and is not there yet. */
export function proposeFurtherFiles(
  request: PilotRequest,
  { closed }: Survey,
  policyFiles: readonly string[],
): readonly ProposedFile[] {
  const { tracked, host, answers, baseBranch = 'main' } = request;
  const there = new Set(tracked.paths);
  const gate =
    answers.release === undefined || host === 'gitlab' ? [] : writeGateWorkflows(answers.release, baseBranch);
  const template = writePullRequestTemplate(tracked.paths, host);
  const owners = host === 'gitlab' ? '.gitlab/CODEOWNERS' : '.github/CODEOWNERS';
  const lines = writeBackingLines(closed, [...policyFiles, '.claude/', owners], answers.engineers);
  const isOwned = answers.engineers.length === 0 || codeownersFiles.some((path) => there.has(path));
  const more: readonly ProposedFile[] = [
    { path: skillFile, before: undefined, after: builtInChecklist },
    ...(template === undefined ? [] : [template]),
    ...(isOwned ? [] : [{ path: owners, before: undefined, after: `${lines.join('\n')}\n` }]),
  ];
  return [...(request.isZoneOnly ? [] : more), ...gate].filter(({ path }) => !there.has(path));
}
