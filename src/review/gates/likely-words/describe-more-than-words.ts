import type { MoreThanWords } from './file-words.js';

/** The place and that it is more than words, to stand in a sentence. */
export function describeMoreThanWords({ file, lines, why: otherwise }: MoreThanWords): string {
  const { path, before } = file;
  if (before === undefined) return `${path}, which is new, is more than words`;
  if (lines === undefined) return `what changed in ${path} is more than words`;
  const { start, end } = lines;
  if (otherwise !== undefined) return `line ${start} of ${path} ${otherwise}`;
  if (end < start) return `what was taken out above line ${start} of ${path} is more than words`;
  const why = isKeyOfTranslations(file, start, end)
    ? ', since translations are found by the old words (i18n): all languages lose them'
    : '';
  return start === end
    ? `line ${start} of ${path} is more than words${why}`
    : `what changed in lines ${start} to ${end} of ${path} is more than words${why}`;
}

/** A tag begins as many lines before its words, or ends as many behind them. */
const tagLines = 4;

/** A call of gettext, Qt or Angular with a text of several words, and a piece of a template that asks for one. */
const asksByWords =
  /(?<![\w.$])(?:_{1,2}|n?gettext\w{0,20}|QT_TR_NOOP|tr|NSLocalizedString|\$localize)\s?(?:\(\s?)?["'`][^"'`\n]{0,300}\s\p{L}|\{%[-~+]?\s*(?:block)?trans(?:late)?\b(?=[^%]{0,300}["'][^"']{0,300}\s|[^%]{0,100}%\}[^{]{0,300}\s\p{L})/mu;

/** Do other languages find a text by its words, so that they lose it with other ones until an engineer extracts the texts anew? */
function isKeyOfTranslations({ path, after }: MoreThanWords['file'], start: number, end: number): boolean {
  const all = String(after?.text).split('\n');
  if (all.slice(start - 1, end).some((line) => asksByWords.test(line.slice(0, 5000)))) return true;
  if (!/\.html$/i.test(path)) return false;
  const lines = all.slice(Math.max(0, start - 1 - tagLines), end + tagLines);
  return lines.some((line) => /\si18n(?:-[\w-]{1,40})?(?:[\s>/]|=(?!["'][^"']{0,200}@@)|$)/.test(line.slice(0, 5000)));
}
