import { l10n } from 'vscode';
import type { Tip } from '../../../git/find-base.js';
import { listCommitted } from '../../../git/list-tracked.js';
import { hostAddress, parseRepositoryHost } from '../../../pull-request/repository-host.js';
import { askPilotQuestions, type PilotChoice } from '../../../setup/ask-pilot-questions.js';
import { describeLeft } from '../../../setup/describe-proposal.js';
import { describeDiff, describeSetup } from '../../../setup/describe-setup.js';
import { findHints } from '../../../setup/find-hints.js';
import { findQuestions } from '../../../setup/find-questions.js';
import { findUncommittedZone, isOnBranch, pilotBranch } from '../../../setup/pilot-branch.js';
import { readPilotBranches, type NewerBranch } from '../../../setup/pilot-branches.js';
import { lookAround, type Surroundings } from '../../../setup/look-around.js';
import type { NoProposal } from '../../../setup/no-proposal.js';
import { noAnswers, type PilotAnswers } from '../../../setup/pilot-answers.js';
import type { PilotRequest } from '../../../setup/pilot-request.js';
import { proposePilot } from '../../../setup/propose-pilot.js';
import { commitToNewBranch } from '../../../work/commit-to-new-branch.js';
import { requireBaseBranch, runOperation, type OperationContext } from '../../operations/run-operation.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { Services } from '../../services/services.js';
import { CommandError } from '../../ui/register-command.js';

/** How the engineer is asked: `undefined` ends it all. */
export interface SetUpTalk {
  /** `typed` is what could not be read, and why stands in `wrong`. */
  readonly ask: (question: string, wrong: string | undefined, typed: string) => Promise<string | undefined>;
  readonly choose: (question: string, choices: readonly PilotChoice[]) => Promise<readonly string[] | undefined>;
  /** Whether the pilot begins at the newer branch, to which pull requests seem to go, or at the one that everybody is taken to work from. */
  readonly chooseBranch: (newer: NewerBranch, usual: string) => Promise<boolean | undefined>;
  /** Shows the proposal, in the form of a diff. */
  readonly show: (content: string) => Promise<void>;
  /** Whether the proposal that is shown is to be committed. */
  readonly confirm: (branch: string) => Promise<boolean>;
}

/**
 * Sets a pilot up as `pm-zone init` does: reads the repository, asks who it is for, shows what a first policy would be with its diff, and puts it on a new branch. Nothing
 * that is checked out changes. Gives the branch where it was committed.
 */
export async function setUpPilot(
  services: Services,
  { ask, choose, chooseBranch, show, confirm }: SetUpTalk,
): Promise<string | undefined> {
  await currentSnapshot(services.current);
  const title = l10n.t('Reading what PMs could change here');
  const talk: { isOver: boolean; wrong: string | undefined } = { isOver: false, wrong: undefined };
  const read = (start?: Tip): Promise<Awaited<ReturnType<typeof readSite>> | undefined> =>
    runOperation(
      services,
      title,
      (context) => context.waiting(() => readSite(context, noAnswers, start)),
      'notification',
    );
  const first = await read();
  const newer = first?.branches.newer;
  const isNewer = first && newer && (await chooseBranch(newer, first.base.ref));
  if (newer !== undefined && isNewer === undefined) return undefined;
  const start = isNewer === true ? newer : undefined;
  const site = start === undefined ? first : await read(start);
  if (site === undefined) return undefined;
  const { around } = site;
  const answers = await askPilotQuestions(noAnswers, {
    ask: async (question, before) => {
      const typed = talk.isOver ? '' : await ask(question, talk.wrong, before);
      talk.isOver ||= typed === undefined;
      talk.wrong = undefined;
      return typed ?? '';
    },
    choose: async (question, choices) => {
      const chosen = talk.isOver ? [] : await choose(question, choices);
      if (chosen?.length === 0 && !talk.isOver && around.survey.surfaces.length === 0)
        throw new CommandError(opensNothing());
      talk.isOver ||= chosen === undefined;
      return chosen ?? [];
    },
    warn: (line) => (talk.wrong = line),
    hints: (known) => findHints(around, known),
    survey: around.survey,
  });
  if (talk.isOver) return undefined;
  const made = await runOperation(
    services,
    title,
    // What was read before the questions came from a repository that is closed by now, and may be of yesterday.
    async (context) => {
      const answered = await context.waiting(() => readSite(context, answers, start));
      return { proposed: known(await proposePilot(answered, answered.around)), base: answered.base };
    },
    'notification',
  );
  if (made === undefined) return undefined;
  const { proposed: proposal, base } = made;
  const content = [
    l10n.t('Read: {0} at {1}', base.ref, base.commit.slice(0, 12)),
    ...describeSetup(proposal, findQuestions(proposal, answers), false),
    '',
    ...describeDiff(proposal),
    '',
  ].join('\n');
  await show(content);
  if (!(await confirm(pilotBranch.name))) return undefined;
  return runOperation(services, l10n.t('Committing the first policy'), async ({ policySession, work }) => {
    const { repository } = policySession;
    if (await isOnBranch(repository, pilotBranch.name, proposal.files)) return pilotBranch.name;
    const outcome = await commitToNewBranch(work, {
      branch: pilotBranch.name,
      on: base.commit,
      files: new Map(proposal.files.map(({ path, after }) => [path, after])),
      message: pilotBranch.message,
    });
    if (!outcome.done) throw new CommandError(outcome.sentence);
    return pilotBranch.name;
  });
}

/** Said before anything else is asked, whose answers would be lost. */
function opensNothing(): string {
  return l10n.t(
    'Without a tick nothing would be open to product managers here, so there is nothing to propose. Choose “Set Up a Pilot…” again, and tick what they may change.',
  );
}

/** What the repository shows to whoever gave these answers, with where the pilot would begin. */
async function readSite(
  { policySession }: OperationContext,
  answers: PilotAnswers,
  start: Tip | undefined,
): Promise<PilotRequest & { readonly around: Surroundings }> {
  const { repository, cache } = policySession;
  const begun = findUncommittedZone(policySession);
  if (begun !== undefined) throw new CommandError(begun);
  const base = start ?? requireBaseBranch(policySession);
  const hosts = repository.remotes.flatMap(
    (remote) => parseRepositoryHost(hostAddress(remote, 'fetchUrl', {}), {}) ?? [],
  );
  const request: PilotRequest = {
    repository,
    cache,
    base,
    branches: await readPilotBranches(policySession, base),
    tracked: await listCommitted(repository, base.commit),
    host: hosts[0]?.kind,
    answers,
    isZoneOnly: false,
    today: new Date().toISOString().slice(0, 10),
  };
  return { ...request, around: known(await lookAround(request)) };
}

/** What there is, or why there is nothing, as the command's own message. */
function known<T extends object>(found: T | NoProposal): T {
  if (!('reason' in found)) return found;
  const [seen, ...parts] = describeLeft(found.left.slice(0, 3), false).map((line) => line.trim());
  throw new CommandError([found.sentence, ...(seen === undefined ? [] : [`${seen} ${parts.join('; ')}.`])].join(' '));
}
