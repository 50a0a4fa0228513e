import { builtInChecklist } from '../../policy/built-in-checklist.js';
import { codeownersFiles, skillFile } from '../../policy/read-tip.js';
import { foldersAround } from '../../text/path-names.js';
import type { PilotRequest } from '../pilot-request.js';
import type { ProposedFile } from '../proposed-file.js';
import type { LeftOut } from '../surveyed-files.js';
import type { Survey } from '../survey-repository.js';
import { writeBackingLines } from '../backing-lines.js';
import { writeGateWorkflows } from './gate-workflows.js';
import { writePullRequestTemplate } from './pull-request-template.js';

/** What belongs to a policy besides its section and is not there yet, and what of that has no place here. */
export interface FurtherFiles {
  readonly files: readonly ProposedFile[];
  readonly left: readonly LeftOut[];
}

/** Where a link, a submodule or a file stands in the place of a folder nothing is put below it: what stands there would be gone. */
export function proposeFurtherFiles(
  request: PilotRequest,
  { closed }: Survey,
  policyFiles: readonly string[],
): FurtherFiles {
  const { tracked, host, answers, branches } = request;
  const there = new Set(tracked.paths);
  const gate =
    answers.release === undefined || host === 'gitlab'
      ? []
      : writeGateWorkflows(answers.release, branches.base ?? 'main', branches.default === undefined);
  const template = writePullRequestTemplate(tracked.paths, host);
  const owners = host === 'gitlab' ? '.gitlab/CODEOWNERS' : '.github/CODEOWNERS';
  const lines = writeBackingLines(closed, [...policyFiles, '.claude/', owners], answers.engineers);
  const isOwned = answers.engineers.length === 0 || codeownersFiles.some((path) => there.has(path));
  const more: readonly ProposedFile[] = [
    { path: skillFile, before: undefined, after: builtInChecklist },
    ...(template === undefined ? [] : [template]),
    ...(isOwned ? [] : [{ path: owners, before: undefined, after: `${lines.join('\n')}\n` }]),
  ];
  const wanted = [...(request.isZoneOnly ? [] : more), ...gate].filter(({ path }) => !there.has(path));
  const inTheWay = (path: string): string | undefined => foldersAround(path).find((folder) => there.has(folder));
  return {
    files: wanted.filter(({ path }) => inTheWay(path) === undefined),
    left: wanted.flatMap(({ path }) => {
      const at = inTheWay(path);
      return at === undefined ? [] : [{ what: path, files: 1, why: whyLeft(path, at) }];
    }),
  };
}

function whyLeft(path: string, at: string): string {
  const why = `${at} is a link or a file where a folder would have to be, and nothing takes its place`;
  return path === skillFile ? `${why}; the built-in checklist counts, which says the same` : why;
}
