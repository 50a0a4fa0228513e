import { builtInChecklist } from '../policy/built-in-checklist.js';
import type { HostThing, Review, ReviewItem } from './review.js';

/** A sentence of ours by the host's word; what it quotes, “…”, stays as it is written. */
export function sayForHost(sentence: string, thing: HostThing | undefined): string {
  if (thing !== 'merge request') return sentence;
  return sentence.replace(/“[^”]*”|pull request/g, (found) => (found === 'pull request' ? thing : found));
}

/** The words of an item by the host's word, to be shown: one of ours; what a team wrote into its own checklist stays as it is. A confirmation holds for the item's own words. */
export function itemForHost({ text }: Pick<ReviewItem, 'text'>, thing: HostThing | undefined): string {
  return builtInChecklist.includes(text) ? sayForHost(text, thing) : text;
}

/** A review by the host's word: its findings say it, and whoever shows the rest is told which it is. */
export function reviewForHost(review: Review, thing: HostThing): Review {
  if (thing === 'pull request') return review;
  return {
    ...review,
    thing,
    findings: review.findings.map((finding) => ({ ...finding, message: sayForHost(finding.message, thing) })),
  };
}
