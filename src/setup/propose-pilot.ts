import { examinePolicy, type Examination } from '../doctor/examine-policy.js';
import type { TrackedPaths } from '../git/list-tracked.js';
import type { Policy } from '../policy/policy.js';
import { findPolicyErrors } from '../policy/policy-errors.js';
import { readTip } from '../policy/read-tip.js';
import { commitRevision, revisionWith, type Revision } from '../policy/revision.js';
import { addSection } from './files/policy-file.js';
import { writeSection } from './files/write-section.js';
import { addBacking } from './files/add-backing.js';
import { findBacking, importedBy } from './files/find-backing.js';
import { proposeFurtherFiles } from './files/further-files.js';
import type { PilotBranches } from './pilot-branches.js';
import type { PilotRequest } from './pilot-request.js';
import { controlsFor, type PilotAnswers } from './pilot-answers.js';
import type { ProposedFile } from './proposed-file.js';
import type { Surroundings } from './look-around.js';
import type { OfferKind } from './offer-kinds.js';
import { noProposal, nothingToOpen, type NoProposal } from './no-proposal.js';
import type { Surface, Survey } from './survey-repository.js';
import type { LeftOut } from './surveyed-files.js';
import { isKnownAddress } from './surroundings/read-history.js';
import { judgeFor, weighClosed, weighSurfaces, type ClosedFolder, type OpenedSurface } from './weigh-surfaces.js';

/** A first policy for a repository, as files, with what it comes to. Nothing is written. */
export interface PilotProposal extends Pick<Surroundings, 'survey' | 'workspaces' | 'asked' | 'history'> {
  readonly branches: PilotBranches;
  readonly controls: 'standard' | 'regulated';
  readonly opened: readonly OpenedSurface[];
  readonly closed: readonly ClosedFolder[];
  readonly left: readonly LeftOut[];
  /** What would open besides, if an engineer says so. */
  readonly offered: readonly OpenedSurface[];
  /** What was asked to be open besides, and is not there. */
  readonly absent: readonly OfferKind[];
  /** New ones, and the policy file with the section at its end. */
  readonly files: readonly ProposedFile[];
  /** Lines for the CODEOWNERS that people wrote, which nothing here changes. */
  readonly backing: readonly string[];
  /** Addresses of PMs that no commit here has: the list of PMs would be the first to publish them. */
  readonly newAddresses: readonly string[];
  /** What doctor would say of it. */
  readonly examination: Examination;
}

/** Proposes a pilot's first policy from what one commit holds and what people answered. Rejects with a `GitError`. */
export async function proposePilot(
  request: PilotRequest,
  { place, survey, workspaces, asked, history }: Surroundings,
): Promise<PilotProposal | NoProposal> {
  const { repository, base, tracked, answers, today } = request;
  const revision = commitRevision(repository.objects, base);
  const controls = controlsFor(answers.controls, survey);
  const [wanted, others] = partOffers(survey, answers);
  const surfaces = [...survey.surfaces, ...wanted];
  const absent = answers.open.filter((kind) => !survey.offers.some((offer) => offer.kind === kind));
  if (surfaces.length === 0) return nothingToOpen(survey.left, survey.offers, absent);
  const draft = async (
    open: readonly Surface[],
    people: PilotAnswers['people'],
    more: readonly ProposedFile[],
  ): Promise<Draft> => {
    const flagFiles = open.filter(({ kind }) => kind === 'flags').map(({ glob }) => glob);
    const section = writeSection({
      surfaces: open,
      closed: survey.closed,
      flagFiles,
      controls,
      baseBranch: request.branches.base,
      answers: { ...answers, people },
    });
    return readDraft(request, revision, [addSection(place, section), ...more]);
  };
  const blank = await draft([...surfaces, ...others], [], []);
  const [error] = findPolicyErrors(blank.policy);
  if (error !== undefined) return noProposal('trouble', `${error.file}:${error.line}: ${error.message}`);
  if (!surfaces.every(({ glob }) => isOpenedBy(blank.policy, glob)))
    return noProposal('trouble', unreadable(place.path));
  const judged = await draft(surfaces, answers.people, []);
  const anybody = judgeFor(blank.policy, tracked, [], today);
  const judges = answers.people.map(({ handle, email }) => judgeFor(judged.policy, tracked, [handle, email], today));
  const { kept, opened, left } = weighSurfaces(surfaces, judges.length === 0 ? [anybody] : judges, anybody);
  if (kept.length === 0) return nothingToOpen([...survey.left, ...left], others, absent);
  const further = proposeFurtherFiles(request, survey, [place.path, ...importedBy(blank.policy, tracked)]);
  const closed = weighClosed(survey.closed, anybody);
  const examine = async (
    more: readonly ProposedFile[],
  ): Promise<Pick<PilotProposal, 'files' | 'examination' | 'backing'> & Draft> => {
    const final = await draft(kept, answers.people, more);
    const examination = await examinePolicy({ ...final, repository, host: request.host, standIn: undefined, today });
    return { ...final, examination, backing: findBacking(request, survey, final.policy, examination) };
  };
  const first = await examine(further.files);
  const owners = await addBacking(request, revision, first, closed);
  const { files, examination, backing } = owners === undefined ? first : await examine([...further.files, owners]);
  const known = await Promise.all(
    answers.people.map(({ email }) => isKnownAddress(repository.git, base.commit, email)),
  );
  return {
    survey,
    workspaces,
    asked,
    history,
    branches: request.branches,
    controls,
    opened,
    closed,
    left: [...further.left, ...survey.left, ...left],
    absent,
    offered: weighSurfaces(others, [anybody], anybody).opened,
    files,
    newAddresses: answers.people.filter((_, at) => known[at] === false).map(({ email }) => email),
    backing,
    examination,
  };
}

/** What of the offers was asked for, and the rest. */
function partOffers({ offers }: Survey, { open }: PilotAnswers): readonly [readonly Surface[], readonly Surface[]] {
  const isWanted = ({ kind }: Surface): boolean => open.some((each) => each === kind);
  return [offers.filter(isWanted), offers.filter((each) => !isWanted(each))];
}

function unreadable(path: string): string {
  return `At the end of ${path} the section cannot be read as one, since something before it is left open, like a block of code. Mend that, then run this again.`;
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
