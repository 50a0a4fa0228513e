import type { LoadedChange } from '../../change/change.js';
import { readChange } from '../../change/read-change.js';
import { readFlagChange } from '../../flags/read-flag-change.js';
import { once } from '../../git/once.js';
import type { LinkedPlan } from '../../planning/linked-plan.js';
import { openPolicySession } from '../../policy/policy-session.js';
import { buildReviewContext } from '../../review/build-review-context.js';
import type { ReviewContext } from '../../review/check.js';
import { reviewTyped } from '../../review/review-typed.js';
import type { ReviewedChange } from '../my-change/read-review.js';
import { mostTypedText } from './is-typed.js';
import { placeFindings, type PlacedFinding } from './place-findings.js';
import { rememberAnswers } from './remember-answers.js';
import { withTypedText, type TypedFile } from './typed-change.js';

/** What is found in one file as it is being typed, with what quick fixes follow from where anything is: data only. */
export interface TypedReview {
  readonly findings: readonly PlacedFinding[];
  readonly reviewed: Pick<ReviewedChange, 'change' | 'flags' | 'plan' | 'siblingTexts' | 'judgements'> | undefined;
}

/** One file with all that its findings follow from, read once: a keystroke waits for neither git nor the disk. */
export interface Typing {
  /** Of a text as an editor has it, saved or not. */
  readonly review: (text: string) => Promise<TypedReview>;
}

/**
 * Opens a file for typing. `undefined` where nothing is told: it is not the PM's to edit, git ignores it, or what it said before cannot be
 * read; and where `goesOn`, asked between the steps, said no. Rejects with a `GitError`.
 */
export async function openTyping(
  root: string,
  path: string,
  { environment, as }: { readonly environment: NodeJS.ProcessEnv; readonly as: string | undefined },
  goesOn: () => boolean,
): Promise<Typing | undefined> {
  const session = await openPolicySession({ cwd: root, environment, as });
  try {
    if (!goesOn()) return undefined;
    const { change, snapshot } = await readChange(session.repository, { kind: 'worktree', base: session.base });
    if (!goesOn()) return undefined;
    const known = change.files.find((file) => file.path === path);
    const before = known === undefined ? (await snapshot.read('base', [path])).get(path) : known.before;
    const there = known === undefined ? before : known.after;
    if (there?.text === undefined || before?.unread !== undefined) return undefined;
    const typed: TypedFile = { path, before, mode: there.mode };
    const near: LoadedChange = { change, snapshot: rememberAnswers(snapshot) };
    const now = { ...near, change: withTypedText(change, typed, there.text) };
    const context = { ...(await buildReviewContext(session, now, 'push')), typing: true as const };
    if (context.judgements.get(path)?.standing !== 'editable') return undefined;
    const review = (text: string): Promise<TypedReview> => reviewText(context, near, typed, text);
    // What it asks for is remembered: nothing is read any more once the repository is closed.
    await reviewTyped(context, path);
    return { review };
  } finally {
    session.close();
  }
}

type TypingContext = ReviewContext & Required<Pick<ReviewContext, 'typing'>>;

async function reviewText(
  context: TypingContext,
  near: LoadedChange,
  typed: TypedFile,
  text: string,
): Promise<TypedReview> {
  const { judgements } = context;
  const { snapshot } = near;
  const change = withTypedText(near.change, typed, text);
  const flags = once(() => readFlagChange({ ...context, change, snapshot }));
  const isQuiet = text === typed.before?.text || text.length > mostTypedText;
  const findings = isQuiet ? [] : await reviewTyped({ ...context, change, flags }, typed.path);
  const placed = placeFindings({ change, judgements, plan: noPlan, review: { findings } }).get(typed.path) ?? [];
  return {
    findings: placed,
    // It holds every changed file, and nothing asks for it where there is nothing to fix.
    reviewed:
      placed.length === 0
        ? undefined
        : { change, judgements, plan: noPlan, flags: await flags(), siblingTexts: new Map() },
  };
}

/** None of these findings is about a plan. */
const noPlan: LinkedPlan = {
  plan: undefined,
  onBase: undefined,
  candidates: [],
  unread: [],
  completeIn: undefined,
  firstCodeCommit: undefined,
  isFirst: true,
  planOnly: false,
};
