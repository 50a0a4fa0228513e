import { examinePolicy, type Examination } from '../doctor/examine-policy.js';
import type { Tip } from '../git/find-base.js';
import type { TrackedPaths } from '../git/list-tracked.js';
import type { Policy, Zone } from '../policy/policy.js';
import { findPolicyErrors } from '../policy/policy-errors.js';
import { readTip } from '../policy/read-tip.js';
import { commitRevision, revisionWith, type Revision } from '../policy/revision.js';
import { addSection, findPolicyFile } from './files/policy-file.js';
import { writeSection } from './files/write-section.js';
import { findBacking, importedBy } from './files/find-backing.js';
import { proposeFurtherFiles } from './files/further-files.js';
import type { PilotRequest } from './pilot-request.js';
import type { PilotAnswers } from './pilot-answers.js';
import type { ProposedFile } from './proposed-file.js';
import { surveyRepository, type Surface, type Survey } from './survey-repository.js';
import { readMessages } from './read-messages.js';
import type { LeftOut } from './surveyed-files.js';
import { judgeFor, weighClosed, weighSurfaces, type ClosedFolder, type OpenedSurface } from './weigh-surfaces.js';

/** A first policy for a repository, as files, with what it comes to. Nothing is written. */
export interface PilotProposal {
  readonly survey: Survey;
  readonly controls: 'standard' | 'regulated';
  readonly opened: readonly OpenedSurface[];
  readonly closed: readonly ClosedFolder[];
  readonly left: readonly LeftOut[];
  /** New ones, and the policy file with the section at its end. */
  readonly files: readonly ProposedFile[];
  /** Lines for the CODEOWNERS that people wrote, which nothing here changes. */
  readonly backing: readonly string[];
  /** What doctor would say of it. */
  readonly examination: Examination;
}

/** Why there is no proposal: a sentence, with what was seen where it is about that. */
export interface NoProposal {
  readonly reason: 'there' | 'nothing' | 'trouble';
  readonly sentence: string;
  readonly left: readonly LeftOut[];
}

/** Proposes a pilot's first policy from what one commit holds and what people answered. Rejects with a `GitError`. */
export async function proposePilot(request: PilotRequest): Promise<PilotProposal | NoProposal> {
  const { repository, cache, base, tracked, answers, today } = request;
  const revision = commitRevision(repository.objects, base);
  const { zone } = await readTip(revision, cache);
  const place = await findPolicyFile(revision);
  if (zone !== undefined && !('instead' in place)) return describeThere(zone, base);
  if ('trouble' in place) return none('trouble', place.trouble);
  const plain = tracked.paths.filter((path) => !tracked.special.has(path));
  const survey = await surveyRepository(
    {
      paths: plain,
      revision,
      readMessages: (folders: readonly string[]) => readMessages(repository.git, base.commit, folders),
    },
    isRegulated(answers),
  );
  const controls = answers.controls ?? (survey.regulatedBy === undefined ? 'standard' : 'regulated');
  if (survey.surfaces.length === 0) return { ...none('nothing', nothing), left: survey.left };
  const draft = async (
    surfaces: readonly Surface[],
    people: PilotAnswers['people'],
    more: readonly ProposedFile[],
  ): Promise<Draft> => {
    const flagFiles = surfaces.filter(({ kind }) => kind === 'flags').map(({ glob }) => glob);
    const { closed } = survey;
    const section = writeSection({
      surfaces,
      closed,
      flagFiles,
      controls,
      baseBranch: request.baseBranch,
      answers: { ...answers, people },
    });
    return readDraft(request, revision, [addSection(place, section), ...more]);
  };
  const blank = await draft(survey.surfaces, [], []);
  const [error] = findPolicyErrors(blank.policy);
  if (error !== undefined) return none('trouble', `${error.file}:${error.line}: ${error.message}`);
  if (!survey.surfaces.every(({ glob }) => isOpenedBy(blank.policy, glob)))
    return none('trouble', unreadable(place.path));
  const judged = await draft(survey.surfaces, answers.people, []);
  const anybody = judgeFor(blank.policy, tracked, [], today);
  const judges = answers.people.map(({ handle, email }) => judgeFor(judged.policy, tracked, [handle, email], today));
  const { kept, opened, left } = weighSurfaces(survey.surfaces, judges.length === 0 ? [anybody] : judges, anybody);
  const all = [...survey.left, ...left];
  if (kept.length === 0) return { ...none('nothing', nothing), left: all };
  const final = await draft(
    kept,
    answers.people,
    proposeFurtherFiles(request, survey, [place.path, ...importedBy(blank.policy, tracked)]),
  );
  const examination = await examinePolicy({ ...final, repository, host: request.host, standIn: undefined, today });
  return {
    survey,
    controls,
    opened,
    closed: weighClosed(survey.closed, anybody),
    left: all,
    files: final.files,
    backing: findBacking(request, survey, final.policy, examination),
    examination,
  };
}

const nothing =
  'Nothing was found here that product managers could change alone: no catalog of texts, file of flags, prompts or docs by themselves. A zone that opens nothing helps nobody, so none is proposed.';

function describeThere({ file, line, problems }: Zone, { ref }: Tip): NoProposal {
  const error = problems.find(({ severity }) => severity === 'error');
  return error === undefined
    ? none('there', `${file}:${line} of ${ref} has a PM zone. pm-zone doctor says what it comes to.`)
    : none('trouble', `${error.file}:${error.line} of ${ref}: ${error.message}`);
}

function unreadable(path: string): string {
  return `At the end of ${path} the section cannot be read as one, since something before it is left open, like a block of code. Mend that, then run this again.`;
}

function none(reason: NoProposal['reason'], sentence: string): NoProposal {
  return { reason, sentence, left: [] };
}

function isRegulated({ controls }: PilotAnswers): boolean | undefined {
  return controls === undefined ? undefined : controls === 'regulated';
}

/** Files as they would be, with the policy that is read from them. */
interface Draft {
  readonly files: readonly ProposedFile[];
  readonly policy: Policy;
  readonly tracked: TrackedPaths;
  readonly revision: Revision;
}

async function readDraft(
  { cache, tracked, base }: PilotRequest,
  before: Revision,
  files: readonly ProposedFile[],
): Promise<Draft> {
  const contents = new Map(files.map(({ path, after }) => [path, new TextEncoder().encode(after)]));
  const revision = revisionWith(before, contents);
  const tip = await readTip(revision, cache);
  const paths = [...new Set([...tracked.paths, ...contents.keys()])].sort();
  // What is committed is never ignored, whatever git would do with a new file there.
  return {
    files,
    policy: { tips: [{ ...tip, commit: base.commit }], preview: true },
    tracked: { ...tracked, paths },
    revision,
  };
}

function isOpenedBy({ tips }: Policy, glob: string): boolean {
  return tips.some(({ zone }) => zone?.rules.some((rule) => rule.effect === 'allow' && rule.glob === glob));
}
