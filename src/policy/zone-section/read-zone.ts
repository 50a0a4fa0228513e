import type { FootnoteDefinition, Root } from 'mdast';
import type { PolicyProblem, Zone } from '../policy.js';
import { startLine } from '../grammar/tokenize.js';
import { readRosters } from '../roster/read-rosters.js';
import { readSettings } from '../settings/read-settings.js';
import { findZone } from './find-zone.js';
import { readSectionRules } from './read-section-rules.js';
import { readSurroundings } from './read-surroundings.js';

/**
 * Reads the PM zone out of a file's Markdown tree (design §3); `undefined` where the file has no PM-zone section and nothing that looks
 * like one. Throws on no tree. Lines count from 1.
 */
export function readZone(file: { readonly path: string; readonly text: string }, root: Root): Zone | undefined {
  const { section, outside, problems: misplaced } = findZone(root, file.text);
  if (section === undefined && misplaced.length === 0) return undefined;
  const sections = section === undefined ? [] : [section];
  const readings = [
    ...sections.map((each) => readSectionRules(file.path, each, footnotesOf(root))),
    readSurroundings(file.path, outside),
  ];
  const blocks = section?.blocks ?? [];
  const { roster, problems: rosterProblems } = readRosters(blocks, file.text);
  const { settings, problems: settingProblems } = readSettings(blocks, file.text);
  const problems: PolicyProblem[] = readings.flatMap((reading) => reading.problems);
  const found = [...misplaced, ...rosterProblems, ...settingProblems];
  problems.push(...found.map((problem) => ({ ...problem, file: file.path })));
  return {
    file: file.path,
    line: section === undefined ? 0 : startLine(section.heading),
    rules: readings.flatMap(({ rules }) => rules),
    prose: readings.flatMap(({ prose }) => prose),
    roster,
    settings,
    problems: problems.sort((one, other) => one.line - other.line),
  };
}

/** The footnotes of a file by their names; where two have one name the first counts. */
function footnotesOf(root: Root): ReadonlyMap<string, FootnoteDefinition> {
  const notes = root.children.filter((block) => block.type === 'footnoteDefinition').toReversed();
  return new Map(notes.map((note) => [note.identifier, note]));
}
