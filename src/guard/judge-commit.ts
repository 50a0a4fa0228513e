import type { Check } from '../review/check.js';
import { printable } from '../text/printable.js';
import { listRewrites, type Rewrite } from '../review/list-rewrites.js';
import { reviewByPolicy } from '../review/review-by-policy.js';
import type { Finding, Review } from '../review/review.js';
import type { PolicySession } from '../policy/policy-session.js';
import type { RefusalReason } from '../git/refused-commit-file.js';
import { refuseOnBaseBranch } from './commit/base-branches.js';
import { withGuardedCommit, findPathsToPair, type HookRequest } from './commit/with-guarded-commit.js';

/** What a hook of the guard says. `lines` are for people; of a refusal the first is the whole message. */
export interface HookAnswer {
  readonly refused: boolean;
  readonly lines: readonly string[];
  /** Something staged needs an engineer, whom the message has to name. */
  readonly pairs: boolean;
  /** What it is refused for, for the editor; none where it is not. */
  readonly points: readonly RefusalReason[];
}

/** The answer where nothing blocks the commit. */
export const allowedAnswer: HookAnswer = { refused: false, lines: [], pairs: false, points: [] };

/** Before the base branch has a policy these block nobody: else the policy itself could never be committed. */
const zoneChecks: readonly string[] = ['zone', 'codeowners'];
/** At most this many paths are compared with their staged version. */
const mostPaths = 200;

/** The review of what is about to be committed, as `review --staged` makes it (design §6, "Moments"). Rejects with a `GitError`. */
export async function judgeCommit(request: HookRequest, decides?: readonly Check[]): Promise<HookAnswer> {
  return withGuardedCommit(request, allowedAnswer, async (commit) => {
    const ownBranchFirst = refuseOnBaseBranch(commit.session, commit.context.change);
    if (ownBranchFirst !== undefined) return refuseWith(ownBranchFirst);
    const review = await reviewByPolicy(commit.session, commit.context, { checks: decides });
    const [crash] = review.crashes;
    if (crash !== undefined) {
      return refuseWith(
        `The check ${crash.check} failed, so nobody can say whether this commit is safe. Show this to an engineer, or leave out the file that you changed last: ${crash.message}`,
      );
    }
    const blocking = review.findings.filter((finding) => blocksCommit(review, finding));
    if (blocking.length > 0) return refusal(commit.session, { ...review, findings: blocking });
    const early = review.findings.filter(({ check }) => check === 'planning-first');
    const open = review.findings.filter(({ severity }) => severity !== 'note').length - early.length;
    return {
      ...allowedAnswer,
      lines: [...early.map(({ message }) => planTooLate(message)), ...(open === 0 ? [] : [openPoints(open)])],
      pairs: (await findPathsToPair(commit)).length > 0,
    };
  });
}

function refuseWith(message: string): HookAnswer {
  return { ...allowedAnswer, refused: true, lines: [notCommitted(message)], points: [{ message }] };
}

/** A reason that stands by itself, as a refusal in one line. */
export function notCommitted(message: string): string {
  return printable(`Not committed: ${message.charAt(0).toLowerCase()}${message.slice(1)}`);
}

/** Whether a finding blocks a commit. */
export function blocksCommit({ policy }: Review, { severity, check }: Finding): boolean {
  return severity === 'blocker' && !(policy.preview && zoneChecks.includes(check));
}

async function refusal(session: PolicySession, blocked: Review): Promise<HookAnswer> {
  const rewrites = listRewrites({ ...blocked, items: [] });
  const [first, ...rest] = rewrites as [Rewrite, ...Rewrite[]];
  const unstaged = await changedSinceStaged(
    session,
    blocked.findings.flatMap((finding) => finding.path ?? []),
  );
  const lines = [
    [
      unstaged.length === 0
        ? `Not committed: ${formatOneLine(first)}`
        : `${notIncluded(unstaged)} ${formatOneLine(first)}`,
      ...otherPoints(rest.length),
    ].join(' '),
    '',
    ...rewrites.flatMap(({ place, message }, index) => [`${index + 1}. ✗ ${place}`, `   ${message}`]),
    '',
    'The whole review: pm-zone review --staged',
  ];
  const points = blocked.findings.map(({ message, path, line, column }) => ({ message, path, line, column }));
  return { refused: true, lines: lines.map(printable), pairs: false, points };
}

/** Prepends the place where the message does not name its file: an editor's dialog shows only this line. */
export function formatOneLine({ place, message }: Rewrite): string {
  return message.includes(place.replace(/(?::\d+)+$/, '')) ? message : `${place}: ${message}`;
}

/** What is said of all points but the first; nothing where there are none. */
export function otherPoints(count: number): readonly string[] {
  return count === 0 ? [] : [`There ${count === 1 ? 'is 1 more point' : `are ${count} more points`}.`];
}

/** The fix of a refused commit lies in the working tree and has to be staged: that is said before the points that are known already. */
function notIncluded(unstaged: readonly string[]): string {
  const [first = '', ...rest] = unstaged;
  const what = rest.length === 0 ? `your last edit of ${first}` : `your last edits of ${first} and ${rest.length} more`;
  return `Not committed: ${what} ${rest.length === 0 ? 'is' : 'are'} not included yet. Commit by “Review and Commit…”, which includes ${rest.length === 0 ? 'it' : 'them'} (or run git add, then commit again). What is included is as it was:`;
}

/** The paths whose file on disk differs from the staged version. */
async function changedSinceStaged({ repository }: PolicySession, paths: readonly string[]): Promise<readonly string[]> {
  const asked = [...new Set(paths)].slice(0, mostPaths);
  if (asked.length === 0) return [];
  const output = await repository.git.run([
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--no-relative',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=all',
    '--',
    ...asked,
  ]);
  return output.toString('utf8').split('\0').slice(0, -1);
}

/** Git makes the commit as soon as this is said. */
function planTooLate(message: string): string {
  return printable(
    `PM Zone: ${message} Is it committed by now? git reset --soft HEAD~1 takes the commit back and keeps all of your work.`,
  );
}

function openPoints(open: number): string {
  return `PM Zone: ${open === 1 ? '1 point is' : `${open} points are`} to be fixed before the pull request. See ${open === 1 ? 'it' : 'them'} with pm-zone review.`;
}
