import { findPlaceholders } from '../../planning/placeholder.js';
import { splitLines, type EditorRange } from '../../text/editor-text.js';
import { parseLabelLine, findPlanLabel, type LabelLine } from './labels/label-line.js';
import { blank } from '../../text/blank.js';

/** More stops than this no plan has. */
const most = 200;

/**
 * The fields of a new planning doc that are still empty, in the order of the text, to be gone through with Tab: what stands in
 * [brackets], a label without a value, a section without a word. What stands in comments and in blocks of code is none. `text` is as an
 * editor has it.
 */
export function findTabStops(text: string): readonly EditorRange[] {
  const lines = splitLines(withoutHidden(text));
  const stops = lines.flatMap((line, number): readonly EditorRange[] => {
    if (heading.test(line)) return emptySection(lines, number);
    const label = parseLabelLine(line);
    if (label?.value === '' && isField(label)) {
      const end = label.before.length + label.label.length + label.between.length;
      return [at(number, end + (label.after.startsWith(' ') ? 1 : 0))];
    }
    return findPlaceholders(line).map(({ start, end }) => ({
      start: { line: number, character: start },
      end: { line: number, character: end },
    }));
  });
  return stops.slice(0, most);
}

const heading = /^ {0,3}(#{1,6})(?:\s|$)/;

function at(line: number, character: number): EditorRange {
  return { start: { line, character }, end: { line, character } };
}

/** A sentence that ends in a colon is none. */
function isField({ before, label, between }: LabelLine): boolean {
  return /[*_|]/.test(before + between) || findPlanLabel(label) !== undefined;
}

/** Where to write in a section that has no line of its own and none below it; the title is no section. */
function emptySection(lines: readonly string[], number: number): readonly EditorRange[] {
  const level = levelOf(lines[number] as string);
  const after = lines.slice(number + 1);
  const length = after.findIndex((line) => line.trim() !== '');
  const next = after[length];
  if (level < 2 || (next !== undefined && (levelOf(next) === 0 || levelOf(next) > level))) return [];
  const blanks = next === undefined ? after.length : length;
  if (blanks === 0) return [];
  // With a blank line on both sides where there are as many; below a comment.
  const shown = after.slice(0, blanks).findLastIndex((line) => line !== '') + 1;
  return [at(number + 1 + Math.min(shown + 1, blanks - 1), 0)];
}

function levelOf(line: string): number {
  return heading.exec(line)?.[1]?.length ?? 0;
}

/** The text, as long as it is, with blanks for comments and with what is no field for blocks of code. */
function withoutHidden(text: string): string {
  let fence: string | undefined;
  return withoutComments(text)
    .split('\n')
    .map((line) => {
      const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
      const inside = fence !== undefined || mark !== undefined;
      if (fence === undefined) fence = mark;
      else if (mark?.startsWith(fence) === true) fence = undefined;
      return inside ? 'x'.repeat(line.length) : line;
    })
    .join('\n');
}

function withoutComments(text: string): string {
  return text.replaceAll(/<!--[^]*?(?:-->|$)/g, blank);
}
