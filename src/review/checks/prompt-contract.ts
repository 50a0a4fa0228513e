import { classifyFile } from '../../change/classify-file.js';
import { findSection } from '../../planning/plan-sections.js';
import type { Check } from '../check.js';

const byHand = { reports: [], isByHand: true } as const;

/**
 * The plan of a changed prompt says how the AI behaves and how that is tried out (design §6, "AI prompts"). Under headings of a team's own the author says
 * whether it does.
 */
export const promptContract: Check = {
  id: 'prompt-contract',
  section: 'AI prompts',
  severity: 'needs-fix',
  due: 'push',
  async run({ plan: linked, change }) {
    const { plan, planOnly } = await linked();
    if (planOnly || !change.files.some(({ path }) => classifyFile(path) === 'prompts')) return 'not-applicable';
    if (plan === undefined) return byHand;
    const { path, doc, gaps } = plan;
    const contract = findSection(doc, 'behavior-contract');
    if (contract === undefined && !doc.sections.some(({ heading }) => ofBehavior.test(heading)))
      return { reports: [{ path, line: 1, message: missing }] };
    const isWritten = contract !== undefined && !gaps.some(({ line }) => isWithin(line, contract.line, doc.sections));
    const isTried = [contract, findSection(doc, 'test-plan')].some((each) => evaluation.test(each?.shown ?? ''));
    return isWritten && isTried ? { reports: [] } : byHand;
  },
};

/** What a team may head it. */
const ofBehavior = /behaviou?r|contract|guard-?rails?|prompt|\b(?:AI|LLM|agent|assistant|model)\b/i;

const evaluation =
  /\beval|\brubric|\bgolden|\bbenchmark|\btest sets?\b|\bexamples?\b[^\n]{0,80}\b(?:judged?|pass|scored?)/i;

const missing =
  'The plan does not say how the AI behaves with this prompt. Add the section “Agent behavior contract”: what the AI always does, what it never does, what it does when it is unsure, and by which evaluation you see that.';

/** Is a line in the section that begins at another? */
function isWithin(line: number, start: number, sections: readonly { readonly line: number }[]): boolean {
  const next = Math.min(...sections.map((each) => each.line).filter((each) => each > start));
  return line >= start && line < next;
}
