import type { OfferKind } from './offer-kinds.js';

/** What only people can say of one pilot PM; what was not answered is empty. */
export interface PilotPerson {
  readonly name: string;
  readonly email: string;
  /** With its `@`. */
  readonly handle: string;
  /** From the root, without a slash at either end. */
  readonly folders: readonly string[];
  readonly flags: readonly string[];
  /** Handles and teams, with their `@`. */
  readonly reviewers: readonly string[];
  readonly engineeringDris: readonly string[];
  readonly productDris: readonly string[];
}

/** What only people can say of a pilot. */
export interface PilotAnswers {
  readonly people: readonly PilotPerson[];
  /** As it was asked for; `undefined` leaves it to what the repository shows. */
  readonly controls: 'standard' | 'regulated' | undefined;
  /** What opens besides, though it is code or nobody knows who reads it. */
  readonly open: readonly OfferKind[];
  /** The folders of a monorepo that the pilot is about; without any all of them. */
  readonly workspaces: readonly string[];
  /** Handles and teams of who is known not to be a PM, and who owns what is closed. */
  readonly engineers: readonly string[];
  /** The commit of a release of PM Zone that the gate runs. */
  readonly release: string | undefined;
}

/** Where nobody said anything yet. */
export const noAnswers: PilotAnswers = {
  people: [],
  controls: undefined,
  open: [],
  workspaces: [],
  engineers: [],
  release: undefined,
};

/** Which controls a pilot begins with: those that were answered, else what the product looks like. */
export function controlsFor(
  answered: PilotAnswers['controls'],
  { regulatedBy }: { readonly regulatedBy: string | undefined },
): NonNullable<PilotAnswers['controls']> {
  return answered ?? (regulatedBy === undefined ? 'standard' : 'regulated');
}
