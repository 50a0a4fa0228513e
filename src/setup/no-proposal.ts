import { describeAbsent, type OfferKind } from './offer-kinds.js';
import type { LeftOut } from './surveyed-files.js';
import type { Surface } from './survey-repository.js';

/** Why there is no proposal: a sentence, with what was seen where it is about that. */
export interface NoProposal {
  readonly reason: 'there' | 'nothing' | 'trouble';
  readonly sentence: string;
  readonly left: readonly LeftOut[];
  /** What an engineer could open all the same. */
  readonly offers: readonly Surface[];
}

export function noProposal(reason: NoProposal['reason'], sentence: string): NoProposal {
  return { reason, sentence, left: [], offers: [] };
}

/** Nothing opens by itself, nor what was asked to be open besides. */
export function nothingToOpen(
  left: readonly LeftOut[],
  offers: readonly Surface[],
  absent: readonly OfferKind[] = [],
): NoProposal {
  const byHand = offers.length === 0 ? [writeByHand] : [];
  return { ...noProposal('nothing', [nothing, ...absent.map(describeAbsent), ...byHand].join(' ')), left, offers };
}

const nothing =
  'Nothing was found here that product managers could change alone: no catalog of texts, file of flags, prompts or docs by themselves. A zone that opens nothing helps nobody, so none is proposed.';

const writeByHand =
  'Where you know of files that they may change, such as templates of pages, write the PM zone by hand: “Write the policy” in docs/for-engineers.md says how, and pm-zone doctor what it comes to.';
