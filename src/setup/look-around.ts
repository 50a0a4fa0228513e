import type { Tip } from '../git/find-base.js';
import type { Zone } from '../policy/policy.js';
import { readTip } from '../policy/read-tip.js';
import { commitRevision } from '../policy/revision.js';
import { findPolicyFile, type PolicyFilePlace } from './files/policy-file.js';
import { noProposal, nothingToOpen, type NoProposal } from './no-proposal.js';
import type { PilotRequest } from './pilot-request.js';
import { readMessages } from '../change/read-messages.js';
import { findAskedFlags, type AskedFlags } from './surroundings/find-asked-flags.js';
import { findWorkspaces, type Workspaces } from './surroundings/find-workspaces.js';
import { readHistory, type History } from './surroundings/read-history.js';
import { surveyRepository, type Survey } from './survey-repository.js';
import type { SurveyedFiles } from './surveyed-files.js';

/** What a repository shows before anybody is asked. */
export interface Surroundings {
  /** Where the PM-zone section goes. */
  readonly place: Exclude<PolicyFilePlace, { readonly trouble: string }>;
  readonly files: SurveyedFiles;
  readonly survey: Survey;
  readonly workspaces: readonly Workspaces[];
  readonly asked: AskedFlags;
  readonly history: History;
}

/** Where a pilot would begin, and what it is asked with. */
type Site = Omit<PilotRequest, 'isZoneOnly' | 'today' | 'host' | 'branches'>;

/** Reads what a pilot's first policy is proposed from, once; or says why there is nothing to propose. Rejects with a `GitError`. */
export async function lookAround({
  repository,
  cache,
  base,
  tracked,
  answers,
}: Site): Promise<Surroundings | NoProposal> {
  const revision = commitRevision(repository.objects, base);
  const { zone } = await readTip(revision, cache);
  const place = await findPolicyFile(revision);
  if (zone !== undefined && !('instead' in place)) return describeThere(zone, base);
  if ('trouble' in place) return noProposal('trouble', place.trouble);
  const files: SurveyedFiles = {
    paths: tracked.paths.filter((path) => !tracked.special.has(path)),
    revision,
    readMessages: (folders) => readMessages(repository.git, base.commit, folders),
  };
  const [survey, listed, asked, history] = await Promise.all([
    surveyFor(files, answers),
    findWorkspaces(files),
    findAskedFlags(files),
    readHistory(repository.git, base.commit),
  ]);
  // Under other controls it may be more.
  const isOpen = answers.controls === undefined && survey.regulatedBy !== undefined;
  if (!isOpen && survey.surfaces.length + survey.offers.length === 0)
    return nothingToOpen(survey.left, [], answers.open);
  return { place, files, survey, workspaces: listed, asked, history };
}

/** The same for other answers: what opens may lie in some workspaces alone. */
export async function lookAgain(around: Surroundings, answers: PilotRequest['answers']): Promise<Surroundings> {
  return { ...around, survey: await surveyFor(around.files, answers) };
}

function surveyFor(files: SurveyedFiles, { controls, workspaces }: PilotRequest['answers']): Promise<Survey> {
  return surveyRepository(files, controls === undefined ? undefined : controls === 'regulated', workspaces);
}

function describeThere({ file, line, problems }: Zone, { ref }: Tip): NoProposal {
  const error = problems.find(({ severity }) => severity === 'error');
  return error === undefined
    ? noProposal('there', `${file}:${line} of ${ref} has a PM zone. pm-zone doctor says what it comes to.`)
    : noProposal('trouble', `${error.file}:${error.line} of ${ref}: ${error.message}`);
}
