import { readCases } from '../words/list-cases.js';

/** A text before and after, each case of a plural on a line of its own; as it is written where its cases do not show all that differs. */
export function showCases(before: string, after: string): { readonly before: string; readonly after: string } {
  const [old, now] = [readCases(before), readCases(after)];
  const isSide = before === '' || after === '';
  const shows = isSide || (old.length === now.length && old.join('\n') !== now.join('\n'));
  return shows ? { before: old.join('\n'), after: now.join('\n') } : { before, after };
}
