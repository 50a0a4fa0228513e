import { isHistoryHeading } from '../remarks/change-history.js';

/** Whether a sentence on PMs, under the headings `over`, asks nothing of them: a question, what agents are told to do, or what a history tells. */
export function isToldOnly(source: string, over: readonly string[]): boolean {
  return aside.test(source) || over.some((heading) => isHistoryHeading(heading.toLowerCase()));
}

const aside =
  /\?\s*$|^(?:(?:coding |ai )?agents?|claude|cursor|copilot)[:,]|^(?:if|when) (?:the |a )?(?:PM|product manager)s? (?:asks?|wants?|needs?)(?![\p{L}])/iu;
