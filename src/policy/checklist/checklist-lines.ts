/** A line of a skill file that is neither in a code fence nor inside an HTML comment of several lines. */
export interface ChecklistLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** The last heading above it. */
  readonly section: string;
  /** What stands behind the box of a `- [ ]` item (also `*`, `+`, numbered and ticked ones). */
  readonly item: string | undefined;
}

/** A longer heading is cut. */
const longestSection = 300;

/** The lines of a skill file that count: in fences and comments stand examples. Throws on no text; takes time in proportion to it. */
export function* checklistLines(skill: string): Generator<ChecklistLine> {
  let section = 'Checklist';
  let fence: string | undefined;
  let comment = false;
  let line = 0;
  for (const raw of skill.split('\n')) {
    line++;
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1]?.slice(0, 3);
    if (comment) {
      comment = !text.includes('-->');
    } else if (marker !== undefined && (fence === undefined || fence === marker)) {
      fence = fence === undefined ? marker : undefined;
    } else if (fence === undefined) {
      section = /^ {0,3}#{2,6} +(.*)$/.exec(text)?.[1]?.replace(/ +#*$/, '').slice(0, longestSection) ?? section;
      yield { line, text, section, item: /^\s*(?:[-*+]|\d{1,9}[.)]) \[[ xX]\] (.*)$/.exec(text)?.[1] };
      comment = text.lastIndexOf('<!--') > text.lastIndexOf('-->');
    }
  }
}
