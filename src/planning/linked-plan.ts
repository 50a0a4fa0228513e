import type { PlanGap, PlanningDoc } from './planning-doc.js';

/** By catalog that code surely asks for something of: groups of paths, of each of which one has to be the plan's where its texts are. */
export type TextUsers = ReadonlyMap<string, readonly (readonly string[])[]>;

/** A planning doc with its path and what it lacks. */
export interface PlacedPlan {
  readonly path: string;
  readonly doc: PlanningDoc;
  readonly gaps: readonly PlanGap[];
}

/** The planning doc that justifies the change, by folder and flag (design §5), or what stood in the way of finding it. */
export interface LinkedPlan {
  readonly plan: PlacedPlan | undefined;
  /** The same doc as the base has it, where it does. */
  readonly onBase: PlanningDoc | undefined;
  /** Docs that could be meant when more than one is, or docs that were near misses; paths. */
  readonly candidates: readonly string[];
  /** Planning docs that could not be read or parsed; paths. */
  readonly unread: readonly string[];
  /** The oldest commit of the change in which the doc is complete; the word `base` where it already was on the base. */
  readonly completeIn: string | undefined;
  /** The first commit of the change that touches anything but planning docs; `undefined` where none does yet. */
  readonly firstCodeCommit: string | undefined;
  /** `completeIn` is an ancestor of (not the same commit as) `firstCodeCommit`, or there is no code commit. */
  readonly isFirst: boolean;
  /** The change is of planning docs alone: the plan itself is what is being sent. */
  readonly planOnly: boolean;
}
