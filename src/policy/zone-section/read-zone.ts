import type { FootnoteDefinition, Root } from 'mdast';
import type { PolicyProblem, SectionProblem, Zone } from '../policy.js';
import { toPhrase } from '../grammar/phrase.js';
import { startLine, tokenize } from '../grammar/tokenize.js';
import { readTitleAddition } from '../grammar/zone-title.js';
import { linesOf } from '../settings/lines-of.js';
import { readRosters } from '../roster/read-rosters.js';
import { findPmsAmongSigners } from '../settings/find-pms-among-signers.js';
import { readSettings } from '../settings/read-settings.js';
import { partAt, type FilePart } from './file-parts.js';
import { findZone, type ZoneSection } from './find-zone.js';
import { findDoubtfulRemarks } from './prose/marked-remark.js';
import { readSectionRules } from './read-section-rules.js';
import { findEarlyEnd } from './find-early-end.js';
import { readSurroundings } from './around/read-surroundings.js';
import { resolveImport } from '../imports/resolve-import.js';
import { isSaidByRoster } from '../grammar/said-by-roster.js';

/** A policy file as text; where it imports others, with theirs. */
export interface ZoneText {
  readonly path: string;
  readonly text: string;
  /** Which lines are from which file. */
  readonly parts?: readonly FilePart[];
  /** The imports that cannot be read, by the lines that name them. */
  readonly unread?: readonly { readonly path: string; readonly line: number; readonly isLoop?: true }[];
}

/**
 * Reads the PM zone out of a file's Markdown tree (design §3); `undefined` where the file has no PM-zone section and nothing that looks
 * like one. Throws on no tree. Lines count from 1, in the file that they stand in.
 */
export function readZone(file: ZoneText, root: Root): Zone | undefined {
  const { path, text, parts = [{ path, from: 0 }], unread = [] } = file;
  const { section, outside, problems: misplaced } = findZone(root, text, parts);
  const lost = unread.filter((each) => each.isLoop !== true && namesZone(each, section)).map(unreadImport);
  if (section === undefined && misplaced.length + lost.length === 0) return undefined;
  const sections = section === undefined ? [] : [section];
  const around = readSurroundings(path, outside);
  const readings = [
    ...sections.map((each) => readSectionRules({ path, text }, each, footnotesOf(root))),
    { ...around, rules: around.rules.map((rule) => ({ ...rule, around: true as const })) },
  ];
  const blocks = section?.blocks ?? [];
  const { roster, problems: rosterProblems } = readRosters(blocks, text);
  const { settings: written, problems: settingProblems, places } = readSettings(blocks, text);
  const settings = isRegulated(section) ? { ...written, controls: 'regulated' as const } : written;
  const problems: PolicyProblem[] = readings.flatMap((reading) => reading.problems);
  const signers = findPmsAmongSigners(settings, roster ?? [], places);
  const doubtful = findDoubtfulRemarks(
    readings.flatMap(({ remarks }) => remarks),
    roster ?? [],
    settings,
  );
  const ended = readings[0]?.rules.length === 0 ? sections.flatMap((each) => findEarlyEnd(each, outside)) : [];
  const found = [
    ...misplaced,
    ...ended,
    ...doubtful.problems,
    ...lost,
    ...describeUnread(unread, section, parts),
    ...signers,
    ...rosterProblems,
    ...settingProblems,
  ];
  problems.push(...found.map((problem) => ({ ...problem, file: path })));
  const heading = section === undefined ? 0 : startLine(section.heading);
  const place = partAt(parts, heading);
  const locate = <T extends { readonly line: number }>(each: T): T & { file: string } => {
    const { path: own, from } = partAt(parts, each.line);
    return { ...each, file: own, line: each.line - from };
  };
  /** The same for what is in the file of the zone's heading unless it says so. */
  const locateIn = <T extends { readonly line: number }>(each: T): T & { file?: string } => {
    const { path: own, from } = partAt(parts, each.line);
    return { ...each, line: each.line - from, ...(own === place.path ? {} : { file: own }) };
  };
  const ofRest = readings.find((reading) => reading.saysOfRest)?.saysOfRest;
  const pathless = readings.flatMap((reading) => reading.pathless).map(locate);
  return {
    file: place.path,
    line: heading - place.from,
    rules: readings
      .flatMap(({ rules }) => rules)
      .map((rule) => ({
        ...locateIn(rule),
        conditions: rule.conditions.map((each) => ({ ...each, line: locate(each).line })),
      })),
    prose: [...readings.flatMap(({ prose }) => prose), ...doubtful.prose]
      .filter(({ text: said }) => !isSaidByRoster(said, roster))
      .map(locate),
    ...(pathless.length === 0 ? {} : { pathless }),
    ...(ofRest && { saysOfRest: locate(ofRest) }),
    roster: roster?.map(locateIn),
    settings,
    ...(places.length === 0 ? {} : { settingsAt: places.map(locate) }),
    problems: problems.sort((one, other) => one.line - other.line).map(locate),
  };
}

/** "PM zone (regulated)" says the same as its setting, and is never weaker than that. */
function isRegulated(section: ZoneSection | undefined): boolean {
  return section !== undefined && readTitleAddition(toPhrase(tokenize(section.heading)).words) === 'regulated';
}

/** Whether an import is of the PM zone: by its name, or since it stands in the section and is plainly a file. */
function namesZone(
  { path, line }: { readonly path: string; readonly line: number },
  section: ZoneSection | undefined,
): boolean {
  if (!isFile(path)) return false;
  return /pm[-_ ]?zone/iu.test(path) || linesOf(section?.blocks ?? []).has(line);
}

/** "@maya" and "@org/pm-zone" are people. */
function isFile(path: string): boolean {
  return /\.(?:mdx?|markdown|txt)$|^[.~]*\/|(?:[^/]*\/){2}/iu.test(path);
}

/** Of the imports that cannot be read those that are plainly files, and not of the PM zone: coding agents read nothing there either. */
function describeUnread(
  unread: NonNullable<ZoneText['unread']>,
  section: ZoneSection | undefined,
  parts: readonly FilePart[],
): readonly SectionProblem[] {
  return unread
    .filter((each) => isFile(each.path) && !namesZone(each, section))
    .map(({ path, line, isLoop }): SectionProblem => {
      if (isLoop === true)
        return {
          severity: 'info',
          line,
          message: `@${path} imports what imports it, so it is read once. Take one of the two out.`,
        };
      if (resolveImport(partAt(parts, line).path, path) === undefined)
        return {
          severity: 'info',
          line,
          message: `@${path} lies outside of the repository, so it holds on the computers that have it, and nowhere else.`,
        };
      const message = `@${path} is not read: it is not there, is no text or a link, lies more than 5 imports deep, or is one file too many. Ask an engineer to correct the path, or to take it out.`;
      return { severity: 'warning', line, message };
    });
}

function unreadImport({ path, line }: { readonly path: string; readonly line: number }): SectionProblem {
  const message = `@${path} cannot be read, so nobody can say what PMs may change. Ask an engineer to name a text of the repository here that is there, is no link and has less than 512 KB, all that is imported together.`;
  return { severity: 'error', line, message };
}

/** The footnotes of a file by their names; where two have one name the first counts. */
function footnotesOf(root: Root): ReadonlyMap<string, FootnoteDefinition> {
  const notes = root.children.filter((block) => block.type === 'footnoteDefinition').toReversed();
  return new Map(notes.map((note) => [note.identifier, note]));
}
