import { findSecurityBlockers } from '../review/find-security-blockers.js';
import type { Review } from '../review/review.js';
import type { OpeningFace } from './opening-face.js';

/** Why a change does not leave this computer, as a draft or at all; `undefined` where it may go. */
export function whyItStays(
  review: Pick<Review, 'verdict' | 'crashes' | 'findings' | 'items'>,
  asDraft: boolean,
  face: OpeningFace,
): string | undefined {
  if (review.crashes.length > 0)
    return 'A check failed, so nobody knows whether this may leave your computer. Nothing was shared or opened. Ask your engineering DRI.';
  if (findSecurityBlockers(review).length > 0)
    return 'Nothing was shared or opened: what is listed under security and privacy must not leave your computer, not even in a draft. Mend it in all commits of the branch; your engineering DRI knows how.';
  if (review.verdict === 'ready' || asDraft) return undefined;
  return `The review is not ready, so nothing was shared or opened. ${face.notReady}`;
}
