import type { MoreThanWords } from './file-words.js';

/** The place and that it is more than words, to stand in a sentence. */
export function describeMoreThanWords({ file, lines }: MoreThanWords): string {
  const { path, before } = file;
  if (before === undefined) return `${path}, which is new, is more than words`;
  if (lines === undefined) return `what changed in ${path} is more than words`;
  const { start, end } = lines;
  if (end < start) return `what was taken out above line ${start} of ${path} is more than words`;
  const why = isKeyOfTranslations(file, start, end) ? ', since its translations go by the very words (i18n)' : '';
  return start === end
    ? `line ${start} of ${path} is more than words${why}`
    : `what changed in lines ${start} to ${end} of ${path} is more than words${why}`;
}

/** A tag begins as many lines before its words, or ends as many behind them. */
const tagLines = 4;

/** Do other languages find a text of Angular by its words, so that they lose it with other ones until an engineer extracts the texts anew? */
function isKeyOfTranslations({ path, after }: MoreThanWords['file'], start: number, end: number): boolean {
  if (!/\.html$/i.test(path)) return false;
  const lines = String(after?.text)
    .split('\n')
    .slice(Math.max(0, start - 1 - tagLines), end + tagLines);
  return lines.some((line) => /\si18n(?:-[\w-]{1,40})?(?:[\s>/]|=(?!["'][^"']{0,200}@@)|$)/.test(line.slice(0, 5000)));
}
