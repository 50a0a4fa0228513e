import type { FileVersion } from '../change/change.js';
import { findGaps } from './document/find-gaps.js';
import type { PlacedPlan } from './linked-plan.js';
import { parsePlanningDoc } from './document/parse-planning-doc.js';
import type { PlanningDoc } from './planning-doc.js';
import type { TextMemory } from '../text/text-memory.js';

/** Characters of one plan, which is a few pages, and of one line in it. */
const longestPlan = 60_000;
/**
 * How many Markdown marks a plan may have, and all plans that one reader reads. Texts made to be slow take time with the square of their
 * marks, half a second at this many; a real plan has a few hundred.
 */
const mostMarks = 2_500;
const mostMarksInAll = 60_000;

/** Reads planning docs for one search. A version comes back `undefined` where it has no text, too much of it, or one made to be slow. */
export interface PlanReader {
  readDoc(version: FileVersion | undefined): Promise<PlanningDoc | undefined>;
  /** With what it lacks, held against the team's own template where there is one. */
  readPlan(
    path: string,
    version: FileVersion | undefined,
    template: PlanningDoc | undefined,
  ): Promise<PlacedPlan | undefined>;
}

/**
 * A reader with its own budget; it parses each text once, or not at all where `remember` has it of a reader before, and loads the Markdown parser
 * when the first one comes.
 */
export function openPlanReader(remember: TextMemory = (_what, _text, compute) => compute()): PlanReader {
  const parsed = new Map<string, Promise<PlanningDoc | undefined>>();
  let left = mostMarksInAll;
  const parse = async (text: string): Promise<PlanningDoc | undefined> => {
    if (text.length > longestPlan) return undefined;
    const marks = countMarks(text);
    left -= marks;
    if (marks > mostMarks || left < 0) return undefined;
    const { parseMarkdown } = await import('../parsers/parse-markdown.js');
    return remember('planning doc', text, () => {
      const markdown = parseMarkdown(text);
      return 'refused' in markdown ? undefined : parsePlanningDoc(text, markdown.root);
    });
  };
  const doc: PlanReader['readDoc'] = async (version) => {
    if (version?.text === undefined) return undefined;
    const found = parsed.get(version.text) ?? parse(version.text);
    parsed.set(version.text, found);
    return found;
  };
  return {
    readDoc: doc,
    readPlan: async (path, version, template) => {
      const found = await doc(version);
      return found === undefined ? undefined : { path, doc: found, gaps: findGaps(found, template) };
    },
  };
}

function countMarks(text: string): number {
  return text.replace(/[^*_~[\]()<>|`!@]+/g, '').length;
}
