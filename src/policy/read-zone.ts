import type { Root } from 'mdast';
import { leadOf } from './lead.js';
import type { Problem, RosterRow, Zone } from './policy.js';
import { isRoster, pmsAmongReviewers, readRoster } from './roster.js';
import { readSettings } from './read-settings.js';
import { readRules } from './zone-rules.js';
import { isZoneHeading, zoneSections, type ZoneSection } from './zone-section.js';
import { lineOf, linesOf, piecesOf, wordsOf, type Piece } from './zone-text.js';

/**
 * Reads the PM zone out of a file's Markdown tree (design §3); `undefined` where it has no PM-zone section. Several
 * sections all count. Throws on no tree. Lines count from 1.
 */
export function readZone(file: { readonly path: string; readonly text: string }, root: Root): Zone | undefined {
  const sections = zoneSections(root, file.text);
  const [first] = sections;
  if (first === undefined) return undefined;
  const readings = sections.map((section) => readRules(file.path, section));
  const { roster, problems: rosterProblems } = readRosters(sections);
  const { settings, problems: settingProblems } = readSettings(sections.flatMap(settingLines));
  const found = [...severalSections(sections), ...sections.flatMap(cutOff), ...rosterProblems, ...settingProblems];
  const problems: Problem[] = [
    ...readings.flatMap((reading) => reading.problems),
    ...found.map((problem) => ({ ...problem, file: file.path })),
  ];
  return {
    file: file.path,
    line: lineOf(first.heading),
    rules: readings.flatMap(({ rules }) => rules),
    prose: readings.flatMap(({ prose }) => prose),
    roster,
    settings,
    problems: problems.sort((one, other) => one.line - other.line),
  };
}

type Found = Omit<Problem, 'file'>;

function severalSections(sections: readonly ZoneSection[]): readonly Found[] {
  return sections.slice(1).map(({ heading }) => ({
    severity: 'warning',
    line: lineOf(heading),
    message:
      'This file has several PM-zone sections, and all of them count. Put them into one, so that nobody reads only half.',
  }));
}

/**
 * A heading that ends the section and yet says what PMs cannot touch: "## Engineering zone" beside "## PM zone", or a lead
 * that a line of dashes right under it turned into a heading. What it forbids would be lost silently.
 */
function cutOff({ end }: ZoneSection): readonly Found[] {
  if (end === undefined) return [];
  const tokens = piecesOf(end);
  const words = wordsOf(tokens);
  const isUnderlined = end.position?.end.line !== lineOf(end);
  const isOurs =
    /(?<![\p{L}\p{N}])(?:PMs?|product managers?|engineering zone)(?![\p{L}\p{N}])/iu.test(words) ||
    (isUnderlined && words.endsWith(':'));
  if (!isOurs || leadOf(tokens) !== 'forbid' || isZoneHeading(end)) return [];
  return [
    {
      severity: 'error',
      line: lineOf(end),
      message: `The PM zone ends before the heading "${words.slice(0, 80)}", so what it forbids is not read. Ask engineering to put it a level below the PM zone's heading.`,
    },
  ];
}

function readRosters(sections: readonly ZoneSection[]): {
  readonly roster: readonly RosterRow[] | undefined;
  readonly problems: readonly Found[];
} {
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'table'));
  const readings = tables.filter(isRoster).map(readRoster);
  if (readings.length === 0) return { roster: undefined, problems: [] };
  const rows = readings.flatMap((reading) => reading.rows);
  return { roster: rows, problems: [...readings.flatMap((reading) => reading.problems), ...pmsAmongReviewers(rows)] };
}

/** The lines of the section's headings, paragraphs and lists' items. */
function settingLines({ blocks }: ZoneSection): readonly (readonly Piece[])[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return linesOf(piecesOf(block));
    if (block.type === 'list')
      return block.children.flatMap((item) => linesOf(piecesOf(item, (node) => node.type === 'list')).slice(0, 1));
    return [];
  });
}
