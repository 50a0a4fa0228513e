import { readAttestations } from '../git/attestation-file.js';
import type { Change, Commit } from '../change/change.js';
import { parseCommit } from '../change/parse-commit.js';
import { readChange } from '../change/read-change.js';
import { parseBaseBranch } from '../git/base-branch.js';
import { GitError, toPlainLine } from '../git/git-error.js';
import { isTrunkName, type PolicySession } from '../policy/policy-session.js';
import { pluralize } from '../text/pluralize.js';
import { commitWithoutFiles } from '../work/commit-without-files.js';
import type { Work } from '../work/work.js';
import { findUnwritten, type CarryRequest } from './find-unwritten.js';
import { formatStatement, type Statement } from './statement.js';
import { whyNotCounted } from './why-not-counted.js';

/** `nothing`: all that is confirmed is on the branch. `waits`: it stays on this computer, `for` the commit of the work or what `why` says. */
export type Carried =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'written'; readonly commit: string; readonly given: number; readonly takenBack: number }
  | { readonly kind: 'waits'; readonly for: 'commit' | 'other'; readonly why: string };

/**
 * Writes what the PM confirmed on this computer onto their branch: one commit without any file, whose trailers hold in every clone for exactly
 * the committed content. Only for what is committed, on a branch of the PM's own; else it waits. Rejects with a `GitError`.
 */
export async function carryWords(session: PolicySession, work: Work, request: CarryRequest): Promise<Carried> {
  if (!(await hasAnyOf(session, request))) return { kind: 'nothing' };
  const obstacle = findObstacle(session);
  const change = obstacle === undefined ? await readCommitted(session) : undefined;
  const { statements, unwritten } = change
    ? await findUnwritten(session, change, request)
    : { statements: [], unwritten: 0 };
  if (change !== undefined && unwritten > 0) return write(session, work, change, statements);
  const isWaiting = request.items.some(({ isHereOnly }) => isHereOnly);
  if (!isWaiting) return { kind: 'nothing' };
  return obstacle === undefined
    ? { kind: 'waits', for: 'commit', why: 'This is about work that is not committed yet. Commit it first.' }
    : { kind: 'waits', for: 'other', why: obstacle };
}

/** Whether this computer has any word for these items at all: mostly it has none, and then nothing has to be read. */
async function hasAnyOf({ repository }: PolicySession, { items }: CarryRequest): Promise<boolean> {
  const local = new Set((await readAttestations(repository.commonDir)).map(({ item }) => item));
  return items.some(({ id }) => local.has(id));
}

/** Why this is no place for a commit of the PM's; the operation itself refuses within a merge and the like. */
function findObstacle({ repository, base }: PolicySession): string | undefined {
  const { branch, commit } = repository.head;
  if (base === undefined) return 'There is no branch here yet that your change could go to.';
  if (branch === undefined || commit === undefined)
    return 'Git stands on no branch just now. Switch to your change, or finish what git is in the middle of, first.';
  return isTrunkName(branch) ||
    [base, ...base.defaults].some((tip) => parseBaseBranch(repository, tip.ref).branch === branch)
    ? `${toPlainLine(branch)} is the branch that everybody works from. Give your change a branch of its own first.`
    : undefined;
}

/** The committed part of the change; `undefined` where there is none. */
async function readCommitted({ repository, base }: PolicySession): Promise<Change | undefined> {
  const { commit = '' } = repository.head;
  try {
    const range = { kind: 'range', base: base as NonNullable<typeof base>, head: { ref: 'HEAD', commit } } as const;
    return (await readChange(repository, range)).change;
  } catch (error) {
    if (error instanceof GitError && error.kind === 'empty-range') return undefined;
    throw error;
  }
}

async function write(
  { policy }: PolicySession,
  work: Work,
  { head, commits }: Change,
  statements: readonly Statement[],
): Promise<Carried> {
  const given = statements.filter(({ isGiven }) => isGiven).length;
  const takenBack = statements.length - given;
  const words = given > 0 ? confirming : takingBack;
  const subject = policy.tips[0].zone?.settings.confirmationSubject ?? words.subject;
  const lines = [...new Set(statements.map(formatStatement))];
  const outcome = await commitWithoutFiles(work, {
    on: String(head.commit),
    message: [subject, '', ...words.body, '', ...lines, ''].join('\n'),
    isSignedOff: isSignedOff(commits),
    findFault: (content) => {
      const made = { oid: '', ...parseCommit(content, '') };
      const why = whyNotCounted(policy, made);
      if (why !== undefined)
        return `Git would make it as ${toPlainLine(made.author.email)}, and ${why}. Set your work address with git config user.email, then try again.`;
      const said = new Set(made.trailers.map(({ key, value }) => `${key}: ${value}`));
      return lines.every((line) => said.has(line)) ? undefined : rewritten;
    },
  });
  return outcome.done
    ? { kind: 'written', commit: outcome.commit, given, takenBack }
    : { kind: 'waits', for: 'other', why: outcome.sentence };
}

/** Of the type that linters of commit messages know, and short enough for all of them. */
const confirming = {
  subject: 'chore: confirm the review items of this change',
  body: [
    'This commit changes no file. Its author confirms the items below for',
    'exactly the content of this branch, as PM Zone asks.',
  ],
};

const takingBack = {
  subject: 'chore: take back a confirmation of this change',
  body: ['This commit changes no file. Its author takes back what they confirmed', 'of the items below.'],
};

const rewritten =
  'A check of this repository changes the messages of commits so that what you confirmed could not be read again.';

/** Whether the PM's commits here are signed off, so that this one has to be. */
function isSignedOff(commits: readonly Commit[]): boolean {
  const last = commits.filter(({ parents }) => parents.length < 2).at(-1);
  return last?.trailers.some(({ key }) => /^signed-off-by$/i.test(key)) === true;
}

/** What became of it, in a sentence for the PM. */
export function describeCarried(carried: Exclude<Carried, { kind: 'nothing' }>): string {
  if (carried.kind === 'waits')
    return `What you confirmed is kept on this computer, and is not on your branch yet. ${carried.why}`;
  const { given, takenBack, commit } = carried;
  const what = [
    ...(given > 0 ? [`${pluralize(given, 'confirmation is', 'confirmations are')} on your branch`] : []),
    ...(takenBack > 0
      ? [
          `${pluralize(takenBack, 'confirmation is', 'confirmations are')} taken back${given > 0 ? '' : ' on your branch'}`,
        ]
      : []),
  ];
  return `${what.join(', and ')}, in commit ${commit.slice(0, 10)}. That commit changes no file: it takes your word to the pull request, where only what is committed is seen.`;
}
