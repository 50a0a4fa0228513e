import { conditionsIn } from './conditions.js';
import { saysCan, type Effect } from './lead.js';
import type { Condition, Problem, Reason, ZoneRule } from './policy.js';
import type { ItemReading } from './item-reading.js';
import { firstLine, sourceOf, type Piece } from './zone-text.js';

/** The rules, prose and problems read from a section so far. */
export interface RulesReading {
  readonly rules: ZoneRule[];
  readonly prose: Reason[];
  readonly problems: Problem[];
}

/** State of a walk over a section. `paragraphs` are those since the last list or heading; `previous` is the last list's lead. */
export interface Walk extends RulesReading {
  readonly file: string;
  headings: readonly { readonly depth: number; readonly tokens: readonly Piece[] }[];
  paragraphs: readonly (readonly Piece[])[];
  previous: Lead | undefined;
  readonly asides: number;
}

/** `sure`: the words stand right above the list, so that an item without a glob is an error there. */
export interface Lead {
  readonly effect: Effect;
  readonly sure: boolean;
  readonly conditions: readonly Condition[];
  /** A title over lists that allow and lists that forbid: an item of it may lead a list that allows. */
  readonly both?: boolean;
}

/** Lists and quotes nested deeper are not read. */
export const deepest = 20;

/** Adds the rules and problems of an item. */
export function take(walk: Walk, reading: ItemReading): void {
  walk.rules.push(...reading.rules);
  for (const problem of reading.problems) walk.problems.push({ ...problem, file: walk.file });
}

/** Adds a problem at a line. */
export function report(walk: Walk, severity: Problem['severity'], line: number, message: string): void {
  walk.problems.push({ severity, message, file: walk.file, line });
}

/** A lead that forbids. */
export function forbidHere(sure: boolean): Lead {
  return { effect: 'forbid', sure, conditions: [] };
}

/** The conditions in a lead's own words. What only names the PM zone in a heading is a title: there only words that narrow make one. */
export function leadConditions(tokens: readonly Piece[], isHeading: boolean): readonly Condition[] {
  const conditions = conditionsIn(sourceOf(tokens).replace(numbering, ''), firstLine(tokens), true);
  const isTitle = (text: string): boolean => isHeading && (!saysCan(tokens) || /\bpm[ -]zone\b/iu.test(text));
  return conditions.filter(({ kind, text }) => kind !== 'free-text' || !isTitle(text) || narrowing.test(text));
}

/** "3.1", "A)", "Appendix A:" before a title. */
const numbering = /^\s*(?:(?:appendix|section|part)\s+)?(?:\d+(?:\.\d+)*[.):]?|[a-z][.):])\s+/iu;

const narrowing =
  /\b(?:only|if|when|while|until|till|after|before|during|with|without|must|should|needs?|requires?|required|approv\w*|review\w*|limited|provided|subject|at most|max\w*|up to|no more)\b/iu;
