import type { Root } from 'mdast';
import { parseLead } from './parse-lead.js';
import type { PolicyProblem, SectionProblem, Zone } from '../policy.js';
import { isRosterTable, findPmsAmongReviewers, readRoster, type RosterReading } from '../roster/read-roster.js';
import { readZoneSettings } from '../settings/read-zone-settings.js';
import { readSectionRules } from './read-section-rules.js';
import { isZoneHeading, findZoneSections, type ZoneSection } from './find-zone-sections.js';
import { startLine, splitTokenLines, tokenize, toPlainText, type TextToken } from './tokenize.js';

/**
 * Reads the PM zone out of a file's Markdown tree (design §3); `undefined` where it has no PM-zone section. Several
 * sections all count. Throws on no tree. Lines count from 1.
 */
export function readZone(file: { readonly path: string; readonly text: string }, root: Root): Zone | undefined {
  const sections = findZoneSections(root, file.text);
  const [first] = sections;
  if (first === undefined) return undefined;
  const readings = sections.map((section) => readSectionRules(file.path, section));
  const { roster, problems: rosterProblems } = readRosters(sections);
  const { settings, problems: settingProblems } = readZoneSettings(sections.flatMap(settingLines));
  const found = [...severalSections(sections), ...sections.flatMap(cutOff), ...rosterProblems, ...settingProblems];
  const problems: PolicyProblem[] = readings.flatMap((reading) => reading.problems);
  problems.push(...found.map((problem) => ({ ...problem, file: file.path })));
  return {
    file: file.path,
    line: startLine(first.heading),
    rules: readings.flatMap(({ rules }) => rules),
    prose: readings.flatMap(({ prose }) => prose),
    roster,
    settings,
    problems: problems.sort((one, other) => one.line - other.line),
  };
}

function severalSections(sections: readonly ZoneSection[]): readonly SectionProblem[] {
  const message =
    'This file has several PM-zone sections, and all of them count. Put them into one, so that nobody reads only half.';
  return sections.slice(1).map(({ heading }) => ({ severity: 'warning', line: startLine(heading), message }));
}

/**
 * A heading that ends the section and yet says what PMs cannot touch: "## Engineering zone" beside "## PM zone", or a lead
 * that a line of dashes right under it turned into a heading. What it forbids would be lost silently.
 */
function cutOff({ end }: ZoneSection): readonly SectionProblem[] {
  if (end === undefined) return [];
  const tokens = tokenize(end);
  const words = toPlainText(tokens);
  const isUnderlined = end.position?.end.line !== startLine(end);
  const isOurs =
    /(?<![\p{L}\p{N}])(?:PMs?|product managers?|engineering zone)(?![\p{L}\p{N}])/iu.test(words) ||
    (isUnderlined && words.endsWith(':'));
  if (!isOurs || parseLead(tokens) !== 'forbid' || isZoneHeading(end)) return [];
  const message = `The PM zone ends before the heading "${words.slice(0, 80)}", so what it forbids is not read. Ask engineering to put it a level below the PM zone's heading.`;
  return [{ severity: 'error', line: startLine(end), message }];
}

function readRosters(sections: readonly ZoneSection[]): Pick<Zone, 'roster'> & Pick<RosterReading, 'problems'> {
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'table'));
  const readings = tables.filter(isRosterTable).map(readRoster);
  if (readings.length === 0) return { roster: undefined, problems: [] };
  const rows = readings.flatMap((reading) => reading.rows);
  const problems = readings.flatMap((reading) => reading.problems);
  return { roster: rows, problems: [...problems, ...findPmsAmongReviewers(rows)] };
}

/** The lines of the section's headings, paragraphs and lists' items. */
function settingLines({ blocks }: ZoneSection): readonly (readonly TextToken[])[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return splitTokenLines(tokenize(block));
    if (block.type === 'list')
      return block.children.flatMap((item) =>
        splitTokenLines(tokenize(item, (node) => node.type === 'list')).slice(0, 1),
      );
    return [];
  });
}
