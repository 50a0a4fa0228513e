import type { EditorPosition, EditorRange } from '../../text/editor-text.js';

/** Longer lines are not underlined to their ends. */
const longest = 500;

/**
 * What to underline for a finding that begins at `start` in `line`: the text in quotation marks or the word that begins there, else
 * the rest of the line. Without a column, the line without the blanks around it.
 */
export function findingRange(line: string, start: EditorPosition, hasColumn: boolean): EditorRange {
  const from = hasColumn ? start.character : line.length - line.trimStart().length;
  const rest = line.slice(from, from + longest);
  const length = (hasColumn ? wordLength(rest) : 0) || rest.trimEnd().length;
  return {
    start: { line: start.line, character: from },
    end: { line: start.line, character: from + length },
  };
}

function wordLength(rest: string): number {
  const quote = rest.charAt(0);
  if (quote !== '"' && quote !== "'" && quote !== '`') return /^[\p{L}\p{N}_$.-]+/u.exec(rest)?.[0].length ?? 0;
  for (let at = 1; at < rest.length; at += 1) {
    if (rest[at] === '\\') at += 1;
    else if (rest[at] === quote) return at + 1;
  }
  return rest.length;
}
