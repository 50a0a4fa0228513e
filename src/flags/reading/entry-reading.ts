import type { Position } from '../../text/index-lines.js';
import type { Flag, Rollout } from '../flag-change.js';

/** What a flag's entry says, in the terms of its file's shape. */
export interface EntryReading {
  readonly state: Flag['state'];
  readonly rollouts: readonly Rollout[];
  readonly splits: readonly { readonly total: number; readonly at: Position }[];
  /** Names of what it takes from the rest of the file: segments, evaluators. */
  readonly references: readonly string[];
}

/** Does it reach anyone? What is no number may. */
export function reachesSomeone({ percent }: Rollout): boolean {
  return !(Number.isFinite(percent) && percent <= 0);
}
