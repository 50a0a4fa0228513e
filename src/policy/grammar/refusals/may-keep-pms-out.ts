import { isHistoryHeading } from '../remarks/change-history.js';
import { forbids } from './forbidding-words.js';
import { forbidsChanging } from './forbids-changing.js';

/**
 * Whether a sentence that names PMs and stands outside of the section, under the headings `over`, may keep them from something: "PMs touch texts
 * only.", "PM access is suspended." What a history tells, a question, and what agents are told to do keep nobody out.
 */
export function mayKeepPmsOut(source: string, over: readonly string[]): boolean {
  if (forbidsChanging(source)) return true;
  if (aside.test(source) || over.some((heading) => isHistoryHeading(heading.toLowerCase()))) return false;
  return forbids(source.replace(unneeded, '')) || limiting.test(source);
}

const aside =
  /\?\s*$|^(?:(?:coding |ai )?agents?|claude|cursor|copilot)[:,]|^(?:if|when) (?:the |a )?(?:PM|product manager)s? (?:asks?|wants?|needs?)(?![\p{L}])/iu;

/** "PMs do not need Python." */
const unneeded = /(?:do not|don['’]t|won['’]t|will not) need(?! to)(?![\p{L}])/giu;

const limiting =
  /(?<![\p{L}])(?:only|nothing|until|unless|without|except|pauses?d?|suspend\p{L}*|on hold|frozen|(?:leaves?|left) [^.;:]{1,60} to|are out|(?:by|with) [^.;:]{1,40}, not)(?![\p{L}])|:\s{0,3}no(?![\p{L}])/iu;
