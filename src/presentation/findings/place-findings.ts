import { alignLines } from '../../change/compare-lines.js';
import type { Finding } from '../../review/review.js';
import { toEditorPosition, toEditorText, splitLines, type EditorRange } from '../../text/editor-text.js';
import { findingRange } from './finding-range.js';
import type { ReviewedChange } from '../my-change/read-review.js';

/** A finding with the file to show it in, which may be another than the one it is about, and what to underline there. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly path: string;
  readonly range: EditorRange;
}

/** What placing a finding follows from. */
export interface PlacingInput extends Pick<ReviewedChange, 'change' | 'judgements' | 'plan'> {
  readonly review: Pick<ReviewedChange['review'], 'findings'>;
}

/**
 * The findings of a review by the file that each is shown in. What is about no file, or about one that is gone, stands in the first line
 * of the planning doc; without a plan in that of the first changed file that the PM may edit, else of any that is still there. What is
 * only staged stands in the first line of its file: its own line is one of another text.
 */
export function placeFindings(reviewed: PlacingInput): ReadonlyMap<string, readonly PlacedFinding[]> {
  const { change, plan, review } = reviewed;
  const files = new Map(change.files.map((file) => [file.path, file]));
  const fallback = plan.plan?.path ?? firstEditable(reviewed);
  const problems = new Map<string, PlacedFinding[]>();
  for (const finding of review.findings) {
    const file = files.get(finding.path ?? '');
    const own = finding.path !== undefined && (file === undefined || file.after !== undefined);
    const path = own ? finding.path : fallback;
    if (path === undefined) continue;
    const text = files.get(path)?.after?.text;
    const range =
      own && finding.line !== undefined && finding.staged === undefined
        ? rangeOf(text, finding.line, finding.column)
        : rangeOf(text, 1, undefined);
    const known = problems.get(path) ?? [];
    known.push({ finding, path, range });
    problems.set(path, known);
  }
  return problems;
}

/**
 * Where problems stand after the text they were found in became another one: what stood on a line that is written otherwise now stands
 * there still, since nobody knows yet whether it was mended; what stood on one that was taken out is left out. Both texts as an editor has
 * them.
 */
export function relocateFindings(
  problems: readonly PlacedFinding[],
  reviewed: string,
  now: string,
): readonly PlacedFinding[] {
  if (reviewed === now) return problems;
  const { oldLineOf } = alignLines(withEnd(reviewed), withEnd(now));
  const moved = new Map([...oldLineOf].flatMap((old, line) => (old === 0 ? [] : [[old - 1, line]])));
  const lines = splitLines(now);
  return problems.flatMap((problem) => {
    const { start, end } = problem.range;
    const line = moved.get(start.line) ?? lineInPlaceOf(start.line, moved, lines.length);
    if (line === undefined || lines[line]?.trim() === '') return [];
    return [{ ...problem, range: { start: { ...start, line }, end: { ...end, line } } }];
  });
}

/** The line that stands between the neighbours of one that is no longer there; `undefined` where none does. */
function lineInPlaceOf(old: number, moved: ReadonlyMap<number, number>, count: number): number | undefined {
  let above = old - 1;
  while (above >= 0 && !moved.has(above)) above -= 1;
  const from = (moved.get(above) ?? -1) + 1;
  const below = Math.min(count, ...[...moved].flatMap(([before, line]) => (before > old ? [line] : [])));
  return from < below ? Math.min(from + old - above - 1, below - 1) : undefined;
}

/** So that a last line stays what it is when a line is added below it. */
function withEnd(text: string): string {
  return `${text}\n`;
}

/** Files that the change leaves alone are shown by the line alone, since their text is not known. */
function rangeOf(text: string | undefined, line: number, column: number | undefined): EditorRange {
  if (text === undefined) {
    const start = { line: line - 1, character: Math.max(0, (column ?? 1) - 1) };
    return { start, end: { line: start.line, character: start.character + 1 } };
  }
  const start = toEditorPosition(text, line, column ?? 1);
  return findingRange(splitLines(toEditorText(text))[start.line] as string, start, column !== undefined);
}

function firstEditable({ change, judgements }: PlacingInput): string | undefined {
  const there = change.files.filter(({ after }) => after !== undefined);
  const editable = there.find(({ path }) => judgements.get(path)?.standing === 'editable');
  return (editable ?? there[0])?.path;
}
