import { chooseNextStep, type Step } from '../../presentation/my-change/next-step.js';
import { snapshotOf } from '../sessions/repository-session.js';
import type { Services } from './services.js';

/** What the PM does next in the current repository; `undefined` until that was read. */
export function currentStep({ current, changes, reviews, refused, sent, base }: Services): Step | undefined {
  const session = current.session();
  const myChange = changes.latest();
  if (myChange?.change.merging === true) return 'settled';
  if (myChange === undefined && session !== undefined && snapshotOf(session)?.repository.mergeHead !== undefined)
    return 'merging';
  const error = changes.error();
  if (myChange === undefined && error !== undefined) return error.kind === 'unmerged' ? 'stopped' : 'unreadable';
  if (session === undefined || myChange === undefined) return undefined;
  const reviewed = reviews.get(session);
  const isCurrent = reviewed !== undefined && reviewed.contentHash === myChange.contentHash;
  const step = chooseNextStep(myChange, isCurrent ? reviewed.review : undefined, sent.how(), base.isGone());
  // Putting locked files back with one click helps more than saying that they were refused.
  const isRefused = refused.points().length > 0 && refused.isUnchanged(myChange);
  return isRefused && step !== 'outside-zone' ? 'refused' : step;
}
