/** A line that is pictures and nothing else: of Markdown, as hosts write them when somebody drops one in, or one that is to come. */
const pictures =
  /^\s{0,20}(?:(?:!\[[^\n]{0,2000}?\]\([^()\s]{1,2000}\)|<img\s[^<>\n]{1,2000}>)\s{0,20}){1,20}$|^\*The author adds a picture here: [^\n]{0,2100}\)\*$/;

const longestLine = 5000;

/** Whether a line of a description is somebody's picture. */
export function isPicture(line: string): boolean {
  return (
    line.length <= longestLine &&
    (line.includes('![') || line.includes('<img') || line.startsWith('*The')) &&
    pictures.test(line.trimEnd())
  );
}

/** Lines of a text, some of them pictures with the blank lines around them. */
interface Run {
  readonly isPictures: boolean;
  readonly lines: readonly string[];
}

/** A text without its pictures; `gap` is what takes the place of each with the blank lines around it. */
export function withoutPictures(text: string, gap: readonly string[]): string {
  return readRuns(text)
    .flatMap(({ isPictures, lines }) => (isPictures ? gap : lines))
    .join('\n');
}

/** A text made new with the pictures that somebody put into it before: each behind the line that it stood behind, or at the end where that is gone. */
export function keepPictures(text: string, before: string): string {
  const lines = text.split('\n');
  const known = new Set(lines.map((line) => line.trim()));
  let anchor = '';
  for (const run of readRuns(before)) {
    const kept = run.isPictures
      ? run.lines.map((line) => line.trim()).filter((line) => line !== '' && !known.has(line))
      : [];
    if (kept.length > 0) {
      const found = lines.findIndex((line) => line.trim() === anchor && anchor !== '');
      // A list or a table is not cut in two by it.
      const end = lines.findIndex((line, index) => index > found && line.trim() === '');
      const at = anchor === '' ? 0 : found < 0 || end < 0 ? lines.length : end;
      const [above, below] = [lines[at - 1] ?? '', lines[at] ?? ''];
      const block = kept.join('\n\n').split('\n');
      lines.splice(at, 0, ...(above.trim() === '' ? [] : ['']), ...block, ...(below.trim() === '' ? [] : ['']));
    }
    if (!run.isPictures) anchor = run.lines.findLast((line) => line.trim() !== '')?.trim() ?? anchor;
  }
  return lines.join('\n');
}

function readRuns(text: string): readonly Run[] {
  const lines = text.split(/\r\n|\r|\n/);
  const runs: Run[] = [];
  for (let at = 0; at < lines.length;) {
    const first = at;
    while (at < lines.length && (lines[at] as string).trim() === '') at++;
    const isPictures = at < lines.length && isPicture(lines[at] as string);
    if (isPictures)
      while (at < lines.length && ((lines[at] as string).trim() === '' || isPicture(lines[at] as string))) at++;
    else while (at < lines.length && (lines[at] as string).trim() !== '' && !isPicture(lines[at] as string)) at++;
    runs.push({ isPictures, lines: lines.slice(first, at) });
  }
  return runs;
}
