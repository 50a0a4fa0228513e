import { inTerminal } from '../opening/opening-face.js';
import { whyItStays } from '../opening/why-it-stays.js';
import type { Tip } from '../git/find-base.js';
import type { Repository } from '../git/repository.js';
import type { PullRequestDraft } from '../pull-request/draft-pull-request.js';
import { draftFromRange, type DraftWithReview } from '../pull-request/draft-from-range.js';
import type { Review } from '../review/review.js';
import { printable } from '../text/printable.js';
import { UsageError, type Command, type CommandHost, type ExitCode, type ParsedArguments } from './command.js';
import { errorSentence } from './error-sentence.js';
import { ownServers } from './host/find-host.js';
import { findOpeningHost } from './host/find-opening-host.js';
import { openPictureFolder } from '../opening/picture-folder.js';
import { asksForJson, isJson, readPrWish } from './pr/pr-wish.js';
import { readPictures } from './pr/read-pictures.js';
import { writeDraft, writeJson, writePage } from './pr/write-draft.js';
import type { Proposed } from './pr/propose.js';
import {
  requireBase,
  requireHead,
  requireIdentity,
  requirePolicy,
  warnOfPolicyErrors,
  withPolicySession,
} from './with-policy-session.js';

/** Opens the pull request of what is committed, or renews the one that is open; or only drafts it. */
export const prCommand: Command = {
  name: 'pr',
  summary: 'open the pull request that an engineer will read, or renew it',
  usage:
    '[--draft | --ready] [--propose] [--update] [--picture FILE=WORDS …] | --dry-run [--propose] | --web | --put-away',
  formats: ['text', 'json'],
  options: {
    'dry-run': { type: 'boolean' },
    web: { type: 'boolean' },
    draft: { type: 'boolean' },
    ready: { type: 'boolean' },
    update: { type: 'boolean' },
    'put-away': { type: 'boolean' },
    propose: { type: 'boolean' },
    picture: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  help: [
    [
      '(nothing)',
      'share your change (git push), open its pull request or renew the open one, set labels, ask for reviews',
    ],
    ['--draft', 'open it as a draft, also where the review is not ready: a request to pair'],
    ['--ready', 'make the draft that is open ready for review'],
    ['--update', 'renew the open one, and open none'],
    [
      '--propose',
      'first propose a title, a summary and labels, each to take or not: by the language model that PM_ZONE_MODEL_URL, _NAME and _KEY name, else by files and owners alone',
    ],
    [
      '--picture FILE=WORDS',
      'a picture of what users see, and what it shows, beside what changed; may be given again. It is copied into .git and committed nowhere',
    ],
    ['--dry-run', 'print the draft and send nothing'],
    ['--web', 'print the address of the page on which you can open it yourself'],
    ['--put-away', 'after it was merged: go to what everybody has, and delete the merged branch on this computer'],
    [
      '--json',
      'the same as --format json: one object, whose “outcome” is opened, renewed, unchanged, merged, not-ready, browser, page (--web) or failed, and whose “next” says it in sentences; with --dry-run the draft',
    ],
  ],
  positionals: 'none',
  refuse: (args, why, world) => {
    if (asksForJson(args)) writeFailure(world, why);
  },
  run: async (typed, world) => {
    let writes = 0;
    const write = (text: string): void => {
      writes += 1;
      world.write(text);
    };
    try {
      return await run(typed, { ...world, write });
    } catch (error) {
      // A program that reads it has an answer in any case, and one alone.
      if (isJson(typed) && writes === 0) writeFailure(world, errorSentence(error));
      throw error;
    }
  },
};

async function run(typed: ParsedArguments, world: CommandHost): Promise<ExitCode> {
  const wish = readPrWish(typed);
  const json = isJson(typed);
  return withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
    await requirePolicy(session);
    requireIdentity(session);
    const [base, head] = [requireBase(session), await requireHead(session, 'HEAD')];
    const { gitDir, commonDir } = session.repository;
    const folder = openPictureFolder(commonDir);
    const pictures = await readPictures(wish.pictures, folder, world);
    const places = { gitDir, folder: folder.path };
    const { asDraft, asReady, isProposing } = wish;
    if (wish.isWeb || wish.isDryRun) {
      const servers = ownServers(world.environment);
      const drafted = await draftFromRange(session, { base, head, asDraft, servers, pictures });
      const proposed = isProposing ? await proposeForDraft(drafted, world) : undefined;
      const draft = { ...drafted.draft, ...proposed };
      if (wish.isWeb) writePage(draft, places, world, { json, isShared: await isOnRemote(session.repository, head) });
      else writeDraft(draft, world, json);
      return warnOfPolicyErrors(session, world) ? 2 : exitCodeOf(drafted.review);
    }
    const { openPullRequest } = await import('./open-pull-request.js');
    const { writeOpened } = await import('./write-opened.js');
    const [onlyRenew, onlyMerged] = [wish.isUpdating, wish.isPuttingAway];
    const options = { asDraft, asReady, isProposing, onlyRenew, onlyMerged, pictures, folder };
    const answer = await openPullRequest(session, base, head, options, world);
    if (answer.kind === 'merged') {
      const merged = { branch: answer.opened.branch, commit: head.commit };
      const { putAway } = await import('./pr/put-away.js');
      const goAway = (): Promise<string> => putAway(session.repository, base, merged);
      // What is said last is what was done, and not what could be.
      const wasPutAway = wish.isPuttingAway ? await goAway() : undefined;
      await writeOpened({ ...answer, wasPutAway }, places, world, json);
      if (wasPutAway === undefined && !json && (await isWanted(merged.branch, world)))
        world.warn(`pm-zone: ${await goAway()}`);
      return warnOfPolicyErrors(session, world) ? 2 : 0;
    }
    await writeOpened(answer, places, world, json);
    if (answer.kind === 'open' && answer.opened.unfinished.length > 0) return 2;
    return warnOfPolicyErrors(session, world) ? 2 : exitCodeOf(answer.review);
  });
}

function writeFailure(world: CommandHost, why: string): void {
  writeJson(world, { outcome: 'failed', next: [why] });
}

const exitCodeOf = ({ verdict }: Review): ExitCode => (verdict === 'ready' ? 0 : 1);

/** A draft may be looked at that must not leave this computer: then nobody else is asked about it either. */
async function proposeForDraft(
  drafted: DraftWithReview,
  world: CommandHost,
): Promise<PullRequestDraft & Pick<Proposed, 'proposal'>> {
  const stays = whyItStays(drafted.review, true, inTerminal);
  if (stays !== undefined) throw new UsageError(stays);
  const found = await findOpeningHost(world.environment, drafted.remotes.remoteUrl);
  const { propose } = await import('./pr/propose.js');
  const { draft, proposal } = await propose(drafted, found, world);
  return { ...draft, proposal };
}

/** Nothing is deleted without being asked: a pipe has nobody to answer. */
async function isWanted(branch: string, { ask }: CommandHost): Promise<boolean> {
  if (ask === undefined) return false;
  const question = `Put ${printable(branch)} away here, and go to what everybody has? (y, or Enter for no): `;
  return /^y(?:es)?$/iu.test(await ask(question));
}

/** As far as this computer knows since it last pushed or fetched. */
async function isOnRemote({ git }: Pick<Repository, 'git'>, { commit }: Tip): Promise<boolean> {
  return (await git.run(['for-each-ref', '--count=1', `--contains=${commit}`, '--', 'refs/remotes/'])).length > 0;
}
