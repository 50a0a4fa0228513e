import { toMarkdownCode, toMarkdownText } from '../../planning/inline-markdown.js';
import { planSections, sectionsForLevel, type PlanSectionKind, findSection } from '../../planning/plan-sections.js';
import type { PlanGap, PlanningDoc } from '../../planning/planning-doc.js';
import { fillPlanTemplate, renderStarterSection, type PlanTemplateValues } from '../../planning/plan-template.js';
import { splitLines, offsetAt } from '../../text/editor-text.js';
import { applyEdits, type TextEdit } from '../../text/text-edit.js';
import type { PlanFacts } from './plan-facts.js';
import { setLabel } from './labels/set-label.js';
import type { PlanWithGaps, PlanTextReader } from './plan-text-reader.js';

/** A way to fill gaps of a planning doc. */
export interface PlanQuickFix {
  readonly title: string;
  /** The gaps that are no longer there afterwards. */
  readonly gaps: readonly PlanGap[];
  readonly edits: readonly TextEdit[];
  readonly isPreferred: boolean;
}

export interface PlanFixInput {
  /** As an editor has it. */
  readonly text: string;
  readonly plan: PlanWithGaps;
  /** Those to fix, chosen among the plan's. */
  readonly gaps: readonly PlanGap[];
  readonly facts: PlanFacts;
  /** The team's own template, as an editor has it. */
  readonly template: string | undefined;
  readonly read: PlanTextReader;
}

/** Each is tried before it is offered, which takes as long as reading the plan. */
const most = 16;

/**
 * The ways to fill gaps of a plan that need no thought. Each was tried: afterwards its gap is gone and nothing is missing that was not
 * missing before, but for what a new section itself still asks. One that cannot hold that, in a doc written in a way that nobody
 * foresaw, is not offered.
 */
export async function findPlanFixes(input: PlanFixInput): Promise<readonly PlanQuickFix[]> {
  const offered = [...input.gaps.flatMap((gap) => fieldFixes(input, gap)), ...(await sectionFixes(input))];
  const tried = await Promise.all(offered.slice(0, most).map(async (fix) => ((await holds(input, fix)) ? [fix] : [])));
  return tried.flat();
}

async function holds({ text, plan, read }: PlanFixInput, { gaps, edits }: PlanQuickFix): Promise<boolean> {
  const after = await read(applyEdits(text, edits));
  if (after === undefined) return false;
  const before = new Set(plan.gaps.map(({ what }) => what));
  const gone = new Set(gaps.map(({ message }) => message));
  const isOwn = (what: string): boolean => gaps.some((gap) => what.startsWith(`${gap.what}, `));
  return after.gaps.every(
    ({ what, message, isLeft }) => !gone.has(message) && (before.has(what) || isOwn(what) || isLeft === true),
  );
}

function fieldFixes({ text, plan, facts }: PlanFixInput, gap: PlanGap): readonly PlanQuickFix[] {
  const put = (title: string, value: string, isPreferred: boolean): readonly PlanQuickFix[] => {
    const edits = setLabel(text, plan.doc, gap.what, value);
    return edits === undefined ? [] : [{ title, gaps: [gap], edits, isPreferred }];
  };
  const people = (names: readonly string[] = []): readonly PlanQuickFix[] =>
    names.length === 0
      ? []
      : put(
          `Put in ${names.join(', ')} as ${gap.what}, as the list of PMs has it`,
          names.map(toMarkdownText).join(', '),
          true,
        );
  switch (gap.what) {
    case 'Status':
      return (['Draft', 'In Review'] as const).flatMap((status) =>
        put(`Set the Status to ${status}`, status, status === 'Draft'),
      );
    case 'Product DRI':
      return people(facts.row?.productDris);
    case 'Engineering DRI':
      return people(facts.row?.engineeringDris);
    case 'Flag':
      return facts.flags.flatMap((flag) =>
        put(`Put in your flag ${flag}`, toMarkdownCode(flag), facts.flags.length === 1),
      );
    case 'Feature folder':
      return facts.folders.flatMap((folder) =>
        put(`Put in your feature folder ${folder}`, toMarkdownCode(folder), facts.folders.length === 1),
      );
    default:
      return [];
  }
}

/** Adds each missing section where it belongs, and all of them at once where there are several. */
async function sectionFixes(input: PlanFixInput): Promise<readonly PlanQuickFix[]> {
  const { plan, gaps } = input;
  const isAsked = ({ heading }: PlanSectionKind): boolean => gaps.some(({ what }) => what === heading);
  const missing = sectionsForLevel(plan.doc.level).filter((kind) => isMissing(plan.doc, kind));
  const asked = missing.filter(isAsked);
  if (asked.length === 0) return [];
  const team = await teamSections(input);
  const add = (kinds: readonly PlanSectionKind[], title: string): PlanQuickFix => ({
    title,
    gaps: plan.gaps.filter(({ what }) => kinds.some(({ heading }) => heading === what)),
    edits: additions(input, kinds, team),
    isPreferred: kinds.length === missing.length,
  });
  const all = missing.length > 1 ? [add(missing, `Add all ${missing.length} missing sections`)] : [];
  return [...all, ...asked.map((kind) => add([kind], `Add the section “${kind.heading}”`))];
}

/** Among the metrics of a longer plan a kill condition has its place. */
function isMissing(doc: PlanningDoc, { id }: PlanSectionKind): boolean {
  const ids = id === 'kill-condition' ? ([id, 'metrics'] as const) : [id];
  return ids.every((each) => findSection(doc, each) === undefined);
}

/** A section of the team's template, by its kind: its lines from the heading on. */
type TeamSections = (kind: PlanSectionKind) => readonly string[] | undefined;

async function teamSections(input: PlanFixInput): Promise<TeamSections> {
  const text = input.template === undefined ? undefined : fillPlanTemplate(valuesOf(input), input.template);
  const doc = text === undefined ? undefined : (await input.read(text))?.doc;
  if (text === undefined || doc === undefined) return () => undefined;
  const lines = splitLines(text);
  return ({ id }) => {
    const section = findSection(doc, id);
    // A heading that is underlined would have to be written anew.
    if (section === undefined || !/^\s{0,3}#/.test(lines[section.line - 1] as string)) return undefined;
    const depth = depthAt(lines, section.line);
    const end = doc.sections.find(({ line }) => line > section.line && depthAt(lines, line) <= depth)?.line;
    return lines.slice(section.line - 1, end === undefined ? undefined : end - 1);
  };
}

/** Each section goes before the next of the doc's that comes after it in a plan, else to the end; its heading is as deep as theirs. */
function additions(input: PlanFixInput, kinds: readonly PlanSectionKind[], team: TeamSections): readonly TextEdit[] {
  const { text, plan } = input;
  const lines = splitLines(text);
  const places = new Map<number, string[]>();
  for (const kind of kinds) {
    const next = planSections
      .slice(planSections.findIndex(({ id }) => id === kind.id) + 1)
      .map(({ id }) => findSection(plan.doc, id))
      .find((section) => section !== undefined);
    const beside =
      next ?? planSections.map(({ id }) => findSection(plan.doc, id)).find((section) => section !== undefined);
    const at = next === undefined ? text.length : offsetAt(text, { line: next.line - 1, character: 0 });
    const own = team(kind) ?? splitLines(renderStarterSection(kind, valuesOf(input)));
    const heading = '#'.repeat(beside === undefined ? 2 : depthAt(lines, beside.line));
    const written = [(own[0] as string).replace(/^\s{0,3}#{1,6}/, heading), ...own.slice(1)].join('\n').trimEnd();
    places.set(at, [...(places.get(at) ?? []), `${written}\n`]);
  }
  return [...places].map(([at, sections]) => ({
    start: at,
    end: at,
    text: at === text.length ? `${gapBefore(text)}${sections.join('\n')}` : `${sections.join('\n')}\n`,
  }));
}

/** What parts a section from the text above it. */
function gapBefore(text: string): string {
  if (text === '' || text.endsWith('\n\n')) return '';
  return text.endsWith('\n') ? '\n' : '\n\n';
}

/** How deep the heading is that begins on the line (from 1), also one that is underlined. */
function depthAt(lines: readonly string[], line: number): number {
  const marks = /^\s{0,3}(#{1,6})(?:\s|$)/.exec(lines[line - 1] as string)?.[1];
  if (marks !== undefined) return marks.length;
  return /^\s{0,3}=/.test(lines[line] as string) ? 1 : 2;
}

function valuesOf({ plan: { doc }, facts }: PlanFixInput): PlanTemplateValues {
  return {
    title: doc.title ?? '',
    level: doc.level ?? 'feature',
    folder: doc.featureFolder ?? '',
    flag: doc.flags[0],
    row: facts.row,
    today: facts.today,
  };
}
