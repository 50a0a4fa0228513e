import type { Moment } from '../check.js';

/** An edit is reviewed by what a commit is; nothing of it blocks. */
const order: Readonly<Record<Moment, number>> = { edit: 0, commit: 0, push: 1, 'pull-request': 2 };

/** Is what counts from one moment on not looked at yet at another? */
export function isLater(due: Moment, moment: Moment): boolean {
  return order[due] > order[moment];
}
