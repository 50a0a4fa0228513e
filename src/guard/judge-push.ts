import { findUnwritten } from '../attestations/find-unwritten.js';
import { findChangeAuthors } from '../change/find-change-authors.js';
import { readChange } from '../change/read-change.js';
import type { LoadedChange } from '../change/change.js';
import type { Base, Tip } from '../git/find-base.js';
import { GitError } from '../git/git-error.js';
import { describeReason } from '../policy/describe-reason.js';
import { identify } from '../policy/asking.js';
import { openPolicySession, type PolicySession } from '../policy/policy-session.js';
import { wordsToCarry } from '../review/attest-content.js';
import { buildReviewContext } from '../review/build-review-context.js';
import type { Check, ReviewContext } from '../review/check.js';
import { findPairing } from '../review/find-pairing.js';
import { listRewrites, type Rewrite } from '../review/list-rewrites.js';
import { reviewByPolicy } from '../review/review-by-policy.js';
import { whoToAsk } from '../review/who-to-ask.js';
import { pluralize } from '../text/pluralize.js';
import { printable } from '../text/printable.js';
import { baseBranches } from './commit/base-branches.js';
import { isSameRemote } from './commit/is-same-remote.js';
import { parsePushedRefs, type HeldRef, type PushedRef } from './commit/parse-pushed-refs.js';
import { whoIsGuarded } from './commit/who-is-guarded.js';
import { inTheTree, type HookRequest } from './commit/with-guarded-commit.js';
import { findPushedSecret } from './find-pushed-secret.js';
import { allowedAnswer, blocksCommit, formatOneLine, otherPoints, type HookAnswer } from './judge-commit.js';

export interface PushRequest extends HookRequest {
  /** The remote's name, or its URL where it has none; then its URL. */
  readonly remote: string;
  readonly url: string;
  /** What git writes to the hook. */
  readonly input: string;
}

/** More refs with something new than a person pushes at once. */
const mostTips = 50;

/**
 * The last look: what each pushed ref brings that the remote does not have, from where it left the base branch on, judged by what
 * stops a commit. It sees what no hook of a commit saw. Rejects with a `GitError`.
 */
export async function judgePush(
  { cwd, environment, remote, url, input }: PushRequest,
  decides?: readonly Check[],
): Promise<HookAnswer> {
  const pushed = parsePushedRefs(input);
  if (pushed.length === 0) return allowedAnswer;
  const opened = await openPolicySession({ cwd, environment: inTheTree(environment) });
  try {
    const asking = whoIsGuarded(opened, environment);
    const { base } = opened;
    if (asking === undefined || base === undefined) return allowedAnswer;
    const session = { ...opened, asking };
    // Whatever it brings: nothing new may be an older commit, and what was shared under another name.
    const ofBase = pushed.find((ref) => isBaseBranch(session, base, ref, { remote, url }));
    if (ofBase !== undefined) return refuse([toBaseBranch(ofBase)]);
    const held = pushed.filter(holdsAnything);
    const secret = await findPushedSecret(session, held);
    if (secret !== undefined) return refuse([secret]);
    const fresh = await keepFresh(session, held, remote);
    const distinct = [...new Map(fresh.map((ref) => [ref.commit, ref])).values()];
    if (distinct.length > mostTips) {
      return refuse([
        `more than ${mostTips} branches and tags have something new. Share fewer at a time (git push takes their names).`,
      ]);
    }
    let unwritten = 0;
    for (const ref of distinct) {
      const judged = await judgeRef(session, base, ref, decides);
      if (judged.refusal.length > 0) return refuse(judged.refusal);
      unwritten += judged.unwritten;
    }
    return unwritten === 0 ? allowedAnswer : { ...allowedAnswer, lines: [aboutUnwritten(unwritten)] };
  } finally {
    opened.close();
  }
}

function holdsAnything(ref: PushedRef): ref is HeldRef {
  return ref.oid !== undefined;
}

/** A pushed ref and the commit that it stands for; `undefined` where it is none. */
interface Tipped extends HeldRef {
  readonly commit: string | undefined;
}

/** Those that bring a commit that the remote does not have, as far as was fetched from it. */
async function keepFresh(
  { repository }: PolicySession,
  pushed: readonly HeldRef[],
  remote: string,
): Promise<readonly Tipped[]> {
  const found = await repository.objects.read(
    pushed.map(({ oid }) => `${oid}^{commit}`),
    { maxBytes: 0 },
  );
  const tips = pushed.map((ref): Tipped => {
    const object = found.get(`${ref.oid}^{commit}`);
    return { ...ref, commit: typeof object === 'object' ? object.oid : undefined };
  });
  const known = repository.remotes.some(({ name }) => name === remote) ? [`--remotes=${remote}`] : [];
  const input = tips.map(({ commit }) => (commit === undefined ? '' : `${commit}\n`)).join('');
  const output = await repository.git.run(['rev-list', '--stdin', '--not', ...known], { input });
  const fresh = new Set(output.toString('latin1').split('\n'));
  return tips.filter(({ commit }) => commit === undefined || fresh.has(commit));
}

function isBaseBranch(
  session: PolicySession,
  base: Base,
  { remoteName }: PushedRef,
  to: Pick<PushRequest, 'remote' | 'url'>,
): boolean {
  const { asking, policy, repository } = session;
  if (asking.kind !== 'pilot-pm' || policy.preview) return false;
  const same = repository.remotes.filter(
    ({ name, url, fetchUrl = url, pushUrl = fetchUrl }) =>
      name === to.remote || [url, fetchUrl, pushUrl].some((each) => isSameRemote(each, to.url, repository.root)),
  );
  // An address that is no remote's may lead to the base's by a way that is not known here.
  const isUnknown = same.length === 0;
  return baseBranches(session, base).some(
    ({ remote, branch }) =>
      remoteName === `refs/heads/${branch}` &&
      (remote === undefined || isUnknown || same.some(({ name }) => name === remote)),
  );
}

function toBaseBranch({ remoteName, oid }: PushedRef): string {
  const branch = remoteName.replace(/^refs\/heads\//u, '');
  if (oid === undefined)
    return `${branch} is the branch that everybody works from, and this would delete it there. If it has to go, ask an engineer.`;
  return `${branch} is the branch that everybody works from, and your change gets there by a pull request. In VS Code choose “PM Zone: Give My Change a Branch of Its Own…”, or run: git switch -c pm/my-change. Then share that: git push -u origin HEAD`;
}

/** Git has settled what it pushes before it asks, so that what is missing can only be said. */
function aboutUnwritten(count: number): string {
  return `PM Zone: ${pluralize(count, 'thing that you confirmed is', 'things that you confirmed are')} on this computer only, so the pull request will ask for ${count === 1 ? 'it' : 'them'} again. Run pm-zone attest --write, then share your change once more (git push).`;
}

/** `refusal`: why it may not be pushed; nothing where it may. `unwritten`: how much the PM confirmed of it that is in none of its commits. */
interface JudgedRef {
  readonly refusal: readonly string[];
  readonly unwritten: number;
}

async function judgeRef(
  session: PolicySession,
  base: Base,
  ref: Tipped,
  decides: readonly Check[] | undefined,
): Promise<JudgedRef> {
  const refused = (refusal: readonly string[]): JudgedRef => ({ refusal, unwritten: 0 });
  if (ref.commit === undefined)
    return refused([`${ref.name} holds no commit, so nobody can say what is in it. Leave it out.`]);
  const read = await readNew(session, base, { ref: ref.name, commit: ref.commit }, ref.remoteName);
  if (read === 'apart') {
    return refused([
      `${ref.name} has no commit in common with ${base.ref}, so nobody can say what is in it. Leave it out, or ask an engineer to share it (git push).`,
    ]);
  }
  if (read === undefined) return refused([]);
  // Whoever pushes is asked for it, and so is everybody whose commits they are.
  const asking = identify(session.policy, [...session.asking.names, ...findChangeAuthors(read.change, {})]);
  const known = { ...session, asking };
  const context = await buildReviewContext(known, read, 'commit');
  const review = await reviewByPolicy(known, context, { checks: decides });
  const [crash] = review.crashes;
  if (crash !== undefined) {
    return refused([
      `the check ${crash.check} failed, so nobody can say whether ${ref.name} is safe. Show this to an engineer: ${crash.message}`,
    ]);
  }
  const findings = review.findings.filter((finding) => blocksCommit(review, finding));
  if (findings.length === 0) {
    const { unwritten } = await findUnwritten(session, read.change, wordsToCarry(review.items));
    return { refusal: withoutEngineer(context), unwritten };
  }
  const rewrites = listRewrites({ ...review, findings, items: [] });
  const [first, ...rest] = rewrites as [Rewrite, ...Rewrite[]];
  return refused([
    [formatOneLine(first), ...otherPoints(rest.length)].join(' '),
    '',
    ...rewrites.flatMap(({ place, message }, index) => [`${index + 1}. ✗ ${place}`, `   ${message}`]),
    '',
    `This is about ${ref.name}, from where it left ${base.ref} on. The whole review: pm-zone review`,
  ]);
}

/** `undefined` where the base branch has it all; `apart` for what is no branch and began nowhere in it, as git's notes. */
async function readNew(
  { repository }: PolicySession,
  base: Tip,
  head: Tip,
  remoteName: string,
): Promise<LoadedChange | 'apart' | undefined> {
  try {
    return await readChange(repository, { kind: 'range', base, head });
  } catch (error) {
    if (error instanceof GitError && error.kind === 'empty-range') return undefined;
    if (error instanceof GitError && error.kind === 'no-merge-base' && !remoteName.startsWith('refs/heads/'))
      return 'apart';
    throw error;
  }
}

/** What `commit-msg` would have stopped: a path that needs an engineer, and no commit that names one or that one made of it. */
function withoutEngineer(context: ReviewContext): readonly string[] {
  const engineers = findPairing(context);
  const pairs = [...context.judgements].filter(
    ([each, { standing }]) => standing === 'pair' && engineers.of(each).length === 0,
  );
  const [first] = pairs;
  if (first === undefined || context.policy.preview) return [];
  const [path, judgement] = first;
  return [
    `${path}${pairs.length === 1 ? ' needs' : ` and ${pairs.length - 1} more need`} an engineer: ${describeReason(judgement)}. Make this part together with ${whoToAsk(context)}, and name them in the last line of a commit’s message: “Co-authored-by: NAME <E-MAIL>”.`,
    '',
    ...pairs.map(([each]) => `  ${each}`),
  ];
}

function refuse([first = '', ...rest]: readonly string[]): HookAnswer {
  return { ...allowedAnswer, refused: true, lines: [`Not pushed, so not shared: ${first}`, ...rest].map(printable) };
}
