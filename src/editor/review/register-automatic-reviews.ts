import { Disposable, workspace, type Uri } from 'vscode';
import { logErrors } from '../ui/log-errors.js';
import { audienceOf } from '../sessions/audience.js';
import type { Services } from '../services/services.js';
import { readSettings } from '../ui/editor-settings.js';
import { snapshotOf, type RepositorySession } from '../sessions/repository-session.js';
import { isInRepository, pathInRepository } from '../sessions/repository-uri.js';
import { watchFiles } from '../ui/watch-files.js';

/** Milliseconds without an edit after a save: autosave must not start a review in the middle of a word. */
const settles = 700;

/** Reviews that nobody asks for: after a save where the setting says so, and where the last one is about something else by now. */
export function registerAutomaticReviews(services: Services): Disposable {
  return Disposable.from(reviewOnSave(services), rerunStaleReviews(services));
}

/**
 * Where the setting says so, reviews the current repository after one of its files was saved, or written from outside (as git does when it
 * puts it back, or a page of ours), so that the last review is of what is there: silently, and never while typing goes on.
 */
function reviewOnSave({ log, current, changes, reviews }: Services): Disposable {
  let timer: NodeJS.Timeout | undefined;
  /** The contents of a review and of the change that one was run for: where they differ still, once was enough. */
  let reviewedFor = '';
  const review = (session: RepositorySession): void => {
    reviews.run(session).catch((error: unknown) => log.warn(String(error)));
  };
  const reviewLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      const session = current.session();
      if (session === undefined || !isPms(session) || !readSettings().reviewOnSave) return;
      review(session);
    }, settles);
  };
  const reviewOther = (): void => {
    const [session, mine] = [current.session(), changes.latest()];
    const last = session && reviews.get(session);
    if (session === undefined || mine === undefined || last === undefined || timer !== undefined) return;
    const about = last.contentHash === mine.contentHash ? '' : `${last.contentHash} ${mine.contentHash}`;
    const isOther = about !== '' && about !== reviewedFor;
    if ((isOther && reviews.isRunning(session)) || !readSettings().reviewOnSave) return;
    reviewedFor = about;
    if (isOther) review(session);
  };
  const onFile = (uri: Uri): void => {
    const session = current.session();
    if (session === undefined || !isInRepository(session, uri)) return;
    const path = pathInRepository(session, uri);
    const isReviewed = reviews.get(session)?.change.files.some((file) => file.path === path) === true;
    if (isReviewed && readSettings().reviewOnSave) reviewLater();
  };
  return Disposable.from(
    watchFiles('**/*', onFile),
    changes.onDidChange(reviewOther),
    reviews.onDidChange(reviewOther),
    workspace.onDidSaveTextDocument(({ uri }) => {
      const session = current.session();
      if (session !== undefined && readSettings().reviewOnSave && isInRepository(session, uri)) reviewLater();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (timer !== undefined && contentChanges.length > 0 && document.uri.scheme === 'file') reviewLater();
    }),
    new Disposable(() => clearTimeout(timer)),
  );
}

/**
 * Discards the last review after a change of branch, policy or asker, since it is about something else; where reviews follow each save,
 * the next one begins. A commit may fix what the review found (the plan has to be committed first), so where it found something it is run
 * again, silently.
 */
function rerunStaleReviews({ log, sessions, reviews }: Services): Disposable {
  const known = new WeakMap<RepositorySession, string>();
  const heads = new WeakMap<RepositorySession, string | undefined>();
  const reviewed = new WeakSet<RepositorySession>();
  const isStale = (session: RepositorySession): boolean => {
    const found = reviews.get(session)?.review.findings ?? [];
    // One under way may have read what was there before the commit, and a plan and code in one commit break an order that the review saw no fault in.
    return (
      reviews.isRunning(session) ||
      found.some(({ severity, check }) => severity !== 'note' || check === 'planning-first')
    );
  };
  return sessions.onDidChange((session) => {
    const snapshot = snapshotOf(session);
    const [now, head] = [dependenciesOf(snapshot), snapshot?.repository.head.commit];
    const isOther = known.has(session) && known.get(session) !== now;
    const isCommitted = heads.has(session) && heads.get(session) !== head && isStale(session);
    known.set(session, now);
    heads.set(session, head);
    if (isOther) {
      if (reviews.get(session) !== undefined || reviews.isRunning(session)) reviewed.add(session);
      reviews.discard(session);
    }
    const follows = reviewed.has(session) && readSettings().reviewOnSave && isPms(session);
    if (snapshot !== undefined && (isOther ? follows : isCommitted)) reviews.run(session).catch(logErrors(log));
  });
}

/** Does a PM work here? */
function isPms(session: RepositorySession): boolean {
  return audienceOf(session.state, readSettings()) === 'pm';
}

/** What a review depends on besides the change itself; not on the tip of the base branch. */
function dependenciesOf(snapshot: ReturnType<typeof snapshotOf>): string {
  if (snapshot === undefined) return '';
  const { repository, base, policy, asking } = snapshot;
  const tips = policy.tips.map(({ ref, zone: rules, codeowners, skill }) => [ref, rules, codeowners, skill]);
  return JSON.stringify([repository.head.branch, base?.ref, policy.preview, tips, asking]);
}
