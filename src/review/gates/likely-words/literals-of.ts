/** What stands between quotes, or between the tags of a page: offsets in its line, without the quotes. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isQuoted: boolean;
}

/** After a letter a quote is an apostrophe, or what follows is read by other rules (`f"…"`, `r"…"`); but for Lingui's `` t`…` ``. */
const quoted = String.raw`(?:(?<![\p{L}\d_$])["'\x60]|(?<![\p{L}\d_$.]t)(?<=t)\x60)(?<=(?<quote>["'\x60]))(?<quoted>(?:(?!\k<quote>|\$\{)[^\\]|\\.)*)\k<quote>`;
/** Words, with no sign that code has: an apostrophe stands within one. */
const between = String.raw`(?<=^|[>}])(?<text>(?:[^<>{}[\]=@|\\^~_"\x60'$]|(?<=\p{L})'(?=\p{L})|\$(?=\d)|@@)+)(?=$|[<{@])`;
const ofProgram = new RegExp(quoted, 'gu');
const ofPage = new RegExp(`${between}|${quoted}`, 'gu');
const ofTags = new RegExp(between, 'gu');

/** Files of Qt, WPF and Apple's interfaces, whose texts stand between tags. */
const tagged = /\.(?:ui|a?xaml|storyboard|xib)$/i;
const page =
  /\.(?:x?html?|hbs|handlebars|mustache|liquid|njk|twig|ejs|erb|[hl]?eex|vue|svelte|astro|phtml|jsp|ftlh?|gohtml|tmpl|tpl|latte|jinja2?|j2|cshtml|razor|vbhtml|blade\.php)$/i;

/** Is it a page, whose texts stand between its tags? In Haml, Slim and Pug nothing tells them from code. */
export function isPage(path: string): boolean {
  return page.test(path);
}

/** Is it a file in which texts stand between tags, and nothing is done with them? */
export function holdsTaggedTexts(path: string): boolean {
  return tagged.test(path);
}

/** The literals of a line without its end, in order. */
export function literalsOf(path: string, line: string): readonly Literal[] {
  const pattern = tagged.test(path) ? ofTags : page.test(path) ? ofPage : ofProgram;
  return Array.from(line.matchAll(pattern), ({ index, 0: whole, groups }) => {
    const isQuoted = groups?.['quoted'] !== undefined;
    const [text, start] = isQuoted ? [whole.slice(1, -1), index + 1] : [whole, index];
    return { start, end: start + text.length, text, isQuoted };
  });
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
