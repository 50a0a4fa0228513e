import { findWordAgainstRemark } from './remarks/word-against-remark.js';

/** Whether words that are no sentence may demand something or keep somebody out: in a cell, a block of code, a heading with nothing under it. */
export function mayDemand(words: string): boolean {
  return findWordAgainstRemark(words) !== undefined;
}
