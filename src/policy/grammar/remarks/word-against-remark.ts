import { findDemand } from '../find-demand.js';
import { findKeepingOut } from '../refusals/find-keeping-out.js';

/** A word that keeps a sentence from being a remark, whoever marks it as one, and what it may do. */
export interface WordAgainstRemark {
  readonly word: string;
  readonly may: 'keep somebody out' | 'demand something';
}

/** The first word of a sentence that a remark cannot hold; `undefined` where it has none. */
export function findWordAgainstRemark(sentence: string): WordAgainstRemark | undefined {
  const shut = findKeepingOut(sentence);
  if (shut !== undefined) return { word: shut, may: 'keep somebody out' };
  const demand = findDemand(sentence);
  return demand === undefined ? undefined : { word: demand, may: 'demand something' };
}

/** Whether words that are no sentence may demand something or keep somebody out: in a cell, a block of code, a heading with nothing under it. */
export function mayDemand(words: string): boolean {
  return findWordAgainstRemark(words) !== undefined;
}
