/** What stands between quotes, or between the tags of a page: offsets in its line, without the quotes. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isQuoted: boolean;
}

/** Words between tags, with no sign that code has: an apostrophe stands within one. */
const between = /(?<=^|[>}])(?:[^<>{}[\]=@|\\^~_"\x60'$]|(?<=\p{L})'(?=\p{L})|\$(?=\d)|@@)+(?=$|[<{@])/gu;

/** Interfaces of Qt, and views and texts of WPF, in which texts stand between tags. */
const tagged = /\.(?:ui|a?xaml)$/i;
/** Interfaces of Xcode, and layouts and menus of Android, in which they are attributes. */
const inAttributes = /\.(?:storyboard|xib)$|(?:^|\/)res\/(?:layout|menu)[\w-]*\/[^/]+\.xml$/i;
/** Pages of which nobody here tells code from text as a whole. */
const page = /\.(?:cshtml|razor|gohtml|html\.tmpl|jsp|ftlh?)$/i;

/** Is it a page whose sentences between tags are read line by line? Others are read as a whole. */
export function isLinePage(path: string): boolean {
  return page.test(path);
}

/** Is it a file in which texts stand between tags? */
export function holdsTaggedTexts(path: string): boolean {
  return tagged.test(path);
}

/** Is it a file in which texts are attributes of elements? */
export function holdsTextsInAttributes(path: string): boolean {
  return inAttributes.test(path);
}

/** The literals of a line without its end, in order. */
export function literalsOf(path: string, line: string): readonly Literal[] {
  if (!tagged.test(path) && !page.test(path)) return [...stringsOf(line, 0, line.length)];
  const texts = Array.from(line.matchAll(between), ({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
    text,
    isQuoted: false,
  }));
  if (/\.ui$/i.test(path)) return texts;
  const literals: Literal[] = [];
  let at = 0;
  for (const text of texts) {
    literals.push(...stringsOf(line, at, text.start), text);
    at = text.end;
  }
  return [...literals, ...stringsOf(line, at, line.length)];
}

/** The strings of a part of a line, each read to its end, so that the end of one is never taken for the beginning of another. */
function* stringsOf(line: string, from: number, to: number): Generator<Literal> {
  for (let at = from; at < to; at += 1) {
    const quote = line[at] as string;
    if (!'"\'`'.includes(quote)) continue;
    let end = at + 1;
    while (end < to && line[end] !== quote) end += line[end] === '\\' ? 2 : 1;
    if (end >= to) return;
    const text = line.slice(at + 1, end);
    // After a letter it is an apostrophe, or read by other rules (`f"…"`, `$"…"`), but for Lingui's `t`.
    const isOwn =
      !/[\p{L}\d_$@]$/u.test(line.slice(0, at)) || (quote === '`' && /(?<![\p{L}\d_.$])t$/u.test(line.slice(0, at)));
    if (isOwn && !/[$#]\{/.test(text)) yield { start: at + 1, end, text, isQuoted: true };
    at = end;
  }
}

/** A line with nothing in its literals. */
export function withoutLiterals(line: string, literals: readonly Literal[]): string {
  let [code, at] = ['', 0];
  for (const { start, end } of literals) {
    code += `${line.slice(at, start)}\0`;
    at = end;
  }
  return code + line.slice(at);
}
