import type { LoadedChange } from '../change/change.js';
import { readChange, type ChangeRequest } from '../change/read-change.js';
import { identify } from '../policy/asking.js';
import type { PolicySession } from '../policy/policy-session.js';
import {
  requireBase,
  requireHead,
  requireIdentity,
  requirePolicy,
  warnOfPolicyErrors,
  withPolicySession,
} from './with-policy-session.js';
import { findChangeAuthors, findUnnamedCommit } from '../change/find-change-authors.js';
import type { GateVerdict } from '../gate/gate-verdict.js';
import { formatText } from '../formats/format-text.js';
import { buildReviewContext } from '../review/build-review-context.js';
import { reviewByPolicy } from '../review/review-by-policy.js';
import { reviewForHost } from '../review/for-host.js';
import { thingOn } from '../pull-request/repository-host.js';
import { findPageHost } from './host/find-page-host.js';
import type { Review } from '../review/review.js';
import type { Moment } from '../review/check.js';
import {
  UsageError,
  textOption,
  writeAnswer,
  type Command,
  type CommandHost,
  type ExitCode,
  type ParsedArguments,
} from './command.js';

/** All but the one for people are loaded on demand. */
const formats = {
  text: () => Promise.resolve(formatText),
  markdown: async () => (await import('../formats/format-markdown.js')).formatMarkdown,
  json: async () => (await import('../formats/format-json.js')).formatJson,
  sarif: async () => (await import('../formats/format-sarif.js')).formatSarif,
  github: async () => (await import('../formats/format-github.js')).formatGithub,
} as const satisfies Readonly<Record<string, () => Promise<(review: Review) => string>>>;

/** The review of what is staged, of the working tree, or of a range as the pull request's check sees it. */
export const reviewCommand: Command = {
  name: 'review',
  summary: 'review the change by the PM PR Review checklist',
  usage:
    '[--staged | --worktree | --base REF [--head REF] [--pull-request N | --evidence FILE] [--record FILE]] [--why FINDING]',
  formats: Object.keys(formats),
  options: {
    staged: { type: 'boolean' },
    worktree: { type: 'boolean' },
    base: { type: 'string' },
    head: { type: 'string' },
    'pull-request': { type: 'string' },
    evidence: { type: 'string' },
    record: { type: 'string' },
    why: { type: 'string' },
  },
  help: [
    ['--staged', 'what the next commit would hold, as the commit guard sees it'],
    [
      '--worktree',
      'everything since the branch that everybody works from, uncommitted work included, on the disk and ready for the next commit (the default)',
    ],
    ['--base REF', 'the commits since REF, as the pull request’s check sees them'],
    ['--head REF', 'with --base: up to this commit instead of the one you are at'],
    [
      '--pull-request N',
      'with --base: asks GitHub or GitLab who opened it, sent commits to it and approved it, and says who is waited for, then with exit code 3 (docs/gate.md, “On your own machine”)',
    ],
    ['--evidence FILE', 'the same from a file, for a server of any kind (docs/schemas/evidence-v1.json)'],
    ['--record FILE', 'with either: writes what was judged as one line of JSON (docs/schemas/record-v1.json)'],
    ['--why FINDING', 'what was read and decided for one finding of this review, by the name that the review gives it'],
  ],
  positionals: 'none',
  run: (typed, world) => {
    const requested = parseReviewRequest(typed);
    return withPolicySession(typed, world, requested.start, async (session) => {
      await requirePolicy(session);
      const read = await readChange(session.repository, await requested.request(session));
      const isRange = requested.moment === 'pull-request';
      if (!isRange) requireIdentity(session);
      if (isRange && session.policy.preview) {
        throw new UsageError(
          `${requireBase(session).ref} has no PM zone, so nothing can be judged by it. Ask an engineer to merge the policy into it first.`,
        );
      }
      if (isRange && isOfPullRequest(typed)) return judgeByEvidence(typed, world, session, read);
      const asking = isRange
        ? identify(session.policy, findChangeAuthors(read.change, world.environment))
        : session.asking;
      if (isRange && asking.kind === 'not-on-roster' && asking.names.length === 0) {
        throw new UsageError(
          'no commit of this change names an e-mail address, so nobody can say whose change it is. Set one with git config user.email you@example.com, then run git commit --amend --reset-author.',
        );
      }
      const unnamed = isRange && asking.kind === 'not-on-roster' ? findUnnamedCommit(read.change) : undefined;
      if (unnamed !== undefined) {
        throw new UsageError(
          `the commit ${unnamed.oid.slice(0, 12)} does not name its author or committer by an e-mail address, so nobody can say whose it is. Make it again in your name (the last one with git commit --amend --reset-author), or ask an engineer.`,
        );
      }
      const context = await buildReviewContext({ ...session, asking }, read, requested.moment);
      const thing = thingOn(findPageHost(session.repository, world.environment));
      const answer = reviewForHost(await reviewByPolicy(session, context), thing);
      const asked = textOption(typed, 'why');
      if (asked !== undefined) {
        const { explainFinding } = await import('./explain-finding.js');
        const { finding, lines } = explainFinding(asked, answer, context);
        writeAnswer(
          typed,
          world,
          () => finding,
          () => lines,
        );
        return 0;
      }
      const format = (textOption(typed, 'format') ?? 'text') as keyof typeof formats;
      const write = await formats[format]();
      world.write(write(answer));
      const broken = answer.author.kind !== 'not-on-roster' && warnOfPolicyErrors(session, world);
      return exitCodeFor(answer, broken);
    });
  },
};

/** The gate: whose change it is and what is proven is the host's word. */
async function judgeByEvidence(
  typed: ParsedArguments,
  world: CommandHost,
  session: PolicySession,
  loaded: LoadedChange,
): Promise<ExitCode> {
  const gate = await import('./review-with-evidence.js');
  const source = { file: textOption(typed, 'evidence'), pullRequest: textOption(typed, 'pull-request') };
  const { verdict, evidence } = await gate.judgeWithEvidence(session, requireBase(session), loaded, source, world);
  const record = textOption(typed, 'record');
  if (record !== undefined) await gate.saveRecord(record, world, session, verdict, evidence);
  const write = await gate.gateFormats[textOption(typed, 'format') ?? 'text']?.();
  world.write((write as (verdict: GateVerdict) => string)(verdict));
  for (const { file: path, line, message } of verdict.problems) world.warn(`pm-zone: ${path}:${line}: ${message}`);
  return gate.outcomeCodes[verdict.outcome];
}

function isOfPullRequest(typed: ParsedArguments): boolean {
  return textOption(typed, 'evidence') !== undefined || textOption(typed, 'pull-request') !== undefined;
}

interface ReviewRequest {
  readonly moment: Moment;
  readonly start: { readonly staged?: boolean; readonly base?: string; readonly fresh?: boolean };
  request(session: PolicySession): ChangeRequest | Promise<ChangeRequest>;
}

function parseReviewRequest(typed: ParsedArguments): ReviewRequest {
  const base = textOption(typed, 'base');
  const head = textOption(typed, 'head');
  const staged = typed.values['staged'] === true;
  if ([staged, typed.values['worktree'] === true, base !== undefined].filter(Boolean).length > 1) {
    throw new UsageError('--staged, --worktree and --base are three different reviews: give one of them.');
  }
  if (head !== undefined && base === undefined) throw new UsageError('--head goes with --base.');
  if (isOfPullRequest(typed) && base === undefined)
    throw new UsageError('--pull-request and --evidence go with --base: they are about a pull request.');
  if (textOption(typed, 'evidence') !== undefined && textOption(typed, 'pull-request') !== undefined)
    throw new UsageError(
      '--pull-request asks GitHub or GitLab for what --evidence brings in a file: give one of them.',
    );
  if (textOption(typed, 'record') !== undefined && !isOfPullRequest(typed))
    throw new UsageError('--record goes with --pull-request or --evidence: it is the record of a gate run.');
  if (base !== undefined) {
    if (textOption(typed, 'as') !== undefined) {
      throw new UsageError('--as does not go with --base: there the commits themselves say whose change it is.');
    }
    return {
      moment: 'pull-request',
      start: { base, fresh: true },
      request: async (session) => ({
        kind: 'range',
        base: requireBase(session, base),
        head: await requireHead(session, head ?? 'HEAD'),
        // Where the host says whose it is, an engineer's is not judged whatever it changes.
        mayBeEmpty: isOfPullRequest(typed),
      }),
    };
  }
  return staged
    ? { moment: 'commit', start: { staged: true }, request: (session) => ({ kind: 'staged', base: session.base }) }
    : { moment: 'push', start: {}, request: (session) => ({ kind: 'worktree', base: session.base }) };
}

function exitCodeFor(review: Review, broken: boolean): ExitCode {
  if (broken || review.crashes.length > 0) return 2;
  return review.verdict === 'ready' ? 0 : 1;
}
