/** A value that stands alone in its place, at an offset of the text. */
export interface PlacedValue {
  readonly value: string;
  readonly start: number;
}

/**
 * What stands below a name that ends a heading, an item or a line with a colon, or is the head of a column: the one word of the next line, of
 * the list or paragraph below, of each cell. `start` and `end` are the name's place. Reads some lines further at most.
 */
export function valuesBelow(text: string, start: number, end: number): readonly PlacedValue[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(Math.max(lineStart, start - longestLine), start);
  const [rest = { text: '', start: end }, ...below] = linesBelow(text, end, 5);
  const after = rest.text;
  if (isRule(below[0]?.text)) return cellsBelow(before, after, linesBelow(text, end, mostRows).slice(2));
  if (!beforeName.test(before) || !afterName.test(after) || !(/[:：]/.test(after) || marked.test(before))) return [];
  const next = below.find((line) => !/^(?:=*|-*)$/.test(line.text.trim()));
  return next === undefined || below.indexOf(next) > 2 ? [] : lonely(next.text, next.start);
}

interface Line {
  readonly text: string;
  readonly start: number;
}

const longestLine = 500;
const mostRows = 60;

/** The rest of the line, and the lines below it. */
function linesBelow(text: string, from: number, most: number): readonly Line[] {
  const lines: Line[] = [];
  let start = from;
  while (lines.length < most && start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push({ text: text.slice(start, Math.min(end, start + longestLine)), start });
    start = end + 1;
  }
  return lines;
}

/** The line under the head of a table. */
function isRule(line: string | undefined): boolean {
  return line !== undefined && line.includes('|') && line.includes('-') && /^[\s|:-]+$/.test(line);
}

function cellsBelow(before: string, after: string, rows: readonly Line[]): readonly PlacedValue[] {
  if (!/^[^|]{0,20}(?:\||$)/.test(after)) return [];
  const column = before.split('|').length - 1;
  const end = rows.findIndex((row) => !row.text.includes('|'));
  return rows.slice(0, end < 0 ? rows.length : end).flatMap((row) => {
    const cells = row.text.split('|');
    const at = cells.slice(0, column).join('|').length + (column === 0 ? 0 : 1);
    return lonely(cells[column] ?? '', row.start + at);
  });
}

/** Up to four words, as a heading, an item or a line begins with. */
const beforeName = /^[\s>#*_+\d.`"'(-]{0,20}(?:[\p{L}'’-]{1,20} ){0,4}$/u;
/** A heading, an item or bold words. */
const marked = /^\s*(?:#{1,6}\s|[*+-]\s|\d+[.)]\s|\*\*|__)/;
/** Nothing but signs, or what it is for. */
const afterName = /^(?: (?:for|of|in|to)(?: [\p{L}'’-]{1,20}){1,3})?[\s:：*_`"')\]#]*$/u;

/** The one word of a text, without the marks around it; what ends in a colon is a name. Looks at no letter twice, however many marks there are. */
function lonely(text: string, start: number): readonly PlacedValue[] {
  const begin = (/^[\s>]*(?:[*+-]\s+)?[`"'*_]*/.exec(text) as RegExpExecArray)[0].length;
  let end = text.length;
  while (end > begin && /[`"'*_,;\s]/.test(text.charAt(end - 1))) end -= 1;
  const value = text.slice(begin, end);
  const isWord = value.length >= 4 && value.length <= 200 && !/\s/.test(value) && !value.endsWith(':');
  return isWord ? [{ value, start: start + begin }] : [];
}
