import { parseConditions } from '../list-items/parse-conditions.js';
import { grantsPermission, type LeadEffect } from './parse-lead.js';
import type { Condition, PolicyProblem, Reason, ZoneRule } from '../policy.js';
import type { ListItemReading } from '../list-items/read-forbid-item.js';
import { firstTokenLine, toSourceText, type TextToken } from './tokenize.js';

/** The rules, prose and problems read from a section so far. */
export interface SectionRules {
  readonly rules: ZoneRule[];
  readonly prose: Reason[];
  readonly problems: PolicyProblem[];
}

/** State of a walk over a section. `paragraphs` are those since the last list or heading; `previous` is the last list's lead. */
export interface SectionWalk extends SectionRules {
  readonly file: string;
  headings: readonly { readonly depth: number; readonly tokens: readonly TextToken[] }[];
  paragraphs: readonly (readonly TextToken[])[];
  previousLead: Lead | undefined;
  readonly asideDepth: number;
}

/** `sure`: the words stand right above the list, so that an item without a glob is an error there. */
export interface Lead {
  readonly effect: LeadEffect;
  readonly isDirect: boolean;
  readonly conditions: readonly Condition[];
  /** A title over lists that allow and lists that forbid: an item of it may lead a list that allows. */
  readonly isTitleOfBoth?: boolean;
}

/** Lists and quotes nested deeper are not read. */
export const maxNesting = 20;

/** Adds the rules and problems of an item. */
export function addRules(walk: SectionWalk, reading: ListItemReading): void {
  walk.rules.push(...reading.rules);
  for (const problem of reading.problems) walk.problems.push({ ...problem, file: walk.file });
}

/** Adds a problem at a line. */
export function addProblem(
  { problems, file }: SectionWalk,
  severity: PolicyProblem['severity'],
  line: number,
  message: string,
): void {
  problems.push({ severity, message, file, line });
}

/** A lead that forbids. */
export function createForbidLead(sure: boolean): Lead {
  return { effect: 'forbid', isDirect: sure, conditions: [] };
}

/** The conditions in a lead's own words. What only names the PM zone in a heading is a title: there only words that narrow make one. */
export function parseLeadConditions(tokens: readonly TextToken[], isHeading: boolean): readonly Condition[] {
  const conditions = parseConditions(toSourceText(tokens).replace(numbering, ''), firstTokenLine(tokens), true);
  const isTitle = (text: string): boolean => isHeading && (!grantsPermission(tokens) || /\bpm[ -]zone\b/iu.test(text));
  return conditions.filter(({ kind, text }) => kind !== 'free-text' || !isTitle(text) || narrowing.test(text));
}

/** "3.1", "A)", "Appendix A:" before a title. */
const numbering = /^\s*(?:(?:appendix|section|part)\s+)?(?:\d+(?:\.\d+)*[.):]?|[a-z][.):])\s+/iu;

const narrowing =
  /\b(?:only|if|when|while|until|till|after|before|during|with|without|must|should|needs?|requires?|required|approv\w*|review\w*|limited|provided|subject|at most|max\w*|up to|no more)\b/iu;
