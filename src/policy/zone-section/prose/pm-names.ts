import { normalizeWords } from '../../grammar/tokenize.js';
import { areHandles } from '../../grammar/remarks/contact-lines.js';
import type { Phrase } from '../../grammar/phrase.js';
import { addProblem, type SectionWalk } from '../section-walk.js';
import { describePmLine } from './describe-pm-line.js';

/**
 * Whether a line right under "PMs", a heading or the words over a list (`lead`), is nothing but handles, with names or without. It says who they are and
 * demands nothing; that it holds nobody either is said of the first of them.
 */
export function isPmNames(walk: SectionWalk, { source, line, isOdd }: Phrase, lead?: string): boolean {
  const heading = walk.isFirst ? walk.headings.at(-1)?.phrase : undefined;
  const over = lead === undefined ? heading : { words: normalizeWords(lead), isOdd: false };
  if (isOdd || over === undefined || !isPmTitle(over) || !areHandles(source)) return false;
  if (!walk.hasRoster && walk.namesPms !== true) {
    walk.namesPms = true;
    addProblem(walk, 'info', line, describePmLine(source));
  }
  return true;
}

/** Whether words stand over those who are the PMs, and say nothing more. */
export function isPmTitle({ words, isOdd }: Pick<Phrase, 'words' | 'isOdd'>): boolean {
  return !isOdd && title.test(words);
}

const title =
  /^(?:(?:the|our|pilot) )*(?:(?:list of )?(?:pms?|product managers?|product people|product owners?)|(?:pm )?roster|who(?: is who| are the (?:pms|product managers)| the (?:pms|product managers) are)?|people)[\s:]*$/u;
