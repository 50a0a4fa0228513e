import { inTerminal } from '../opening/opening-face.js';
import { whyItStays } from '../opening/why-it-stays.js';
import type { Tip } from '../git/find-base.js';
import type { Repository } from '../git/repository.js';
import { escapeJson } from '../text/escape-json.js';
import type { PullRequestDraft } from '../pull-request/draft-pull-request.js';
import { draftFromRange, type DraftWithReview } from '../pull-request/draft-from-range.js';
import type { Review } from '../review/review.js';
import { printable } from '../text/printable.js';
import {
  UsageError,
  textOptions,
  type Command,
  type CommandHost,
  type ExitCode,
  type ParsedArguments,
} from './command.js';
import { errorSentence } from './error-sentence.js';
import { ownServers } from './host/find-host.js';
import { findOpeningHost } from './host/find-opening-host.js';
import { openPictureFolder } from '../opening/picture-folder.js';
import { describePage, type DraftPlaces } from './pr/describe-page.js';
import { readPictures } from './pr/read-pictures.js';
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
      if (isJson(typed) && writes === 0) writeJson(world, { outcome: 'failed', next: [errorSentence(error)] });
      throw error;
    }
  },
};

async function run(typed: ParsedArguments, world: CommandHost): Promise<ExitCode> {
  const [web, dryRun, update] = ['web', 'dry-run', 'update'].map((name) => typed.values[name] === true);
  if (update === true && (web === true || dryRun === true)) {
    throw new UsageError('--update renews a pull request that is open: it does not go with --web or --dry-run.');
  }
  const [asDraft, asReady] = ['draft', 'ready'].map((name) => typed.values[name] === true) as [boolean, boolean];
  if (asReady && (asDraft || web === true || dryRun === true)) {
    throw new UsageError('--ready makes a draft ready for review: it does not go with --draft, --web or --dry-run.');
  }
  const isPuttingAway = typed.values['put-away'] === true;
  if (isPuttingAway && [web, dryRun, update, asDraft, asReady].includes(true))
    throw new UsageError('--put-away goes with no other of these: it opens and renews nothing.');
  const isProposing = typed.values['propose'] === true;
  if (isProposing && (web === true || update === true || isPuttingAway))
    throw new UsageError(
      '--propose is for a pull request that is not open yet: it goes with --draft, --ready and --dry-run alone.',
    );
  const named = textOptions(typed, 'picture');
  if (isPuttingAway && named.length > 0)
    throw new UsageError('--put-away goes with no other of these: it opens and renews nothing.');
  return withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
    await requirePolicy(session);
    requireIdentity(session);
    const base = requireBase(session);
    const head = await requireHead(session, 'HEAD');
    const json = isJson(typed);
    const folder = openPictureFolder(session.repository.commonDir);
    const pictures = await readPictures(named, folder, world);
    let review: Review;
    if (web === true || dryRun === true) {
      const drafted = await draftFromRange(session, {
        base,
        head,
        asDraft,
        servers: ownServers(world.environment),
        pictures,
      });
      ({ review } = drafted);
      const proposed = isProposing ? await proposeForDraft(drafted, world) : undefined;
      const draft = { ...drafted.draft, ...proposed };
      if (web === true) {
        const isShared = await isOnRemote(session.repository, head);
        writePage(draft, { gitDir: session.repository.gitDir, folder: folder.path }, world, { json, isShared });
      } else writeDraft(draft, world, json);
    } else {
      const { openPullRequest } = await import('./open-pull-request.js');
      const { writeOpened } = await import('./write-opened.js');
      const answer = await openPullRequest(
        session,
        base,
        head,
        { asDraft, asReady, isProposing, onlyRenew: update === true, onlyMerged: isPuttingAway, pictures, folder },
        world,
      );
      await writeOpened(answer, { gitDir: session.repository.gitDir, folder: folder.path }, world, json);
      if (answer.kind === 'merged') {
        const merged = { branch: answer.opened.branch, commit: head.commit };
        if (isPuttingAway || (!json && (await isWanted(merged.branch, world)))) {
          const { putAway } = await import('./pr/put-away.js');
          world.warn(`pm-zone: ${printable(await putAway(session.repository, base, merged))}`);
        }
        return warnOfPolicyErrors(session, world) ? 2 : 0;
      }
      ({ review } = answer);
      if (answer.kind === 'open' && answer.opened.unfinished.length > 0) return 2;
    }
    return warnOfPolicyErrors(session, world) ? 2 : review.verdict === 'ready' ? 0 : 1;
  });
}

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

function isJson({ values }: ParsedArguments): boolean {
  return values['format'] === 'json' || values['json'] === true;
}

function writeJson(world: Pick<CommandHost, 'write'>, value: unknown): void {
  world.write(`${escapeJson(JSON.stringify(value))}\n`);
}

/** As far as this computer knows since it last pushed or fetched. */
async function isOnRemote({ git }: Pick<Repository, 'git'>, { commit }: Tip): Promise<boolean> {
  return (await git.run(['for-each-ref', '--count=1', `--contains=${commit}`, '--', 'refs/remotes/'])).length > 0;
}

function writeDraft(draft: PullRequestDraft, world: CommandHost, json: boolean): void {
  if (json)
    writeJson(world, { ...draft, parts: undefined, pairing: undefined, afterMerge: undefined, otherSizes: undefined });
  else world.write(formatDraft(draft));
}

function writePage(
  draft: PullRequestDraft,
  places: DraftPlaces,
  world: CommandHost,
  { json, isShared }: { readonly json: boolean; readonly isShared: boolean },
): void {
  const { url } = draft;
  if (url === undefined)
    throw new UsageError(
      'the repository is kept on no server that PM Zone knows. Use --dry-run and open the pull request by hand.',
    );
  const lines = [...(isShared ? [] : [notShared]), ...describePage(draft, places)];
  if (json) writeJson(world, { outcome: 'page', url, next: lines });
  else world.write(`${url}\n`);
  for (const line of lines) world.warn(`pm-zone: ${printable(line)}`);
}

const notShared =
  'Your change is not on the server yet, so that page has nothing to show: share it first with git push, or leave --web away, then pm-zone pr does both.';

function formatDraft(draft: PullRequestDraft): string {
  const lines = [
    `Title:     ${draft.title}`,
    `Branches:  ${draft.head} → ${draft.base}${draft.draft ? ' (as a draft)' : ''}`,
    `Labels:    ${draft.labels.join(', ')}`,
    `Reviewers: ${draft.reviewers.length === 0 ? 'none found' : draft.reviewers.join(', ')}`,
  ];
  const toFill = draft.toFill.map((sentence) => `  - ${printable(sentence)}\n`);
  const yours = toFill.length === 0 ? '' : `Yours to fill in:\n${toFill.join('')}`;
  const body = draft.body.split('\n').map(printable).join('\n');
  return `${lines.map(printable).join('\n')}\n${yours}\n${body.trimEnd()}\n\n${draft.url === undefined ? '' : `${openHint(draft)}\n`}`;
}

function openHint({ urlHolds, leftOut }: PullRequestDraft): string {
  const open = 'Open it filled in: pm-zone pr --web';
  if (urlHolds === 'all') return open;
  const lacks = leftOut.length === 0 ? 'the description' : leftOut.map(printable).join('; ');
  return `${open} (its address has no room for ${lacks}; it says where the whole description lies)`;
}
