import { handsItOn, isShownName } from './shown-names.js';

/** Calls that draw a part of a page, up to where what they are given begins. */
const draws: readonly RegExp[] = [
  // Rails, “ActionView::Helpers::RenderingHelper”, also of a component; simple_form, “input”; GOV.UK form builder.
  /^<%=\s*render(?:\s+|\s*\(\s*)(?:(?:partial:\s*)?(?:"[\w/.-]+"|'[\w/.-]+')\s*,|(?:[A-Z]\w*::)*\w+Component\.new\()/,
  /^<%=\s*(?:f|form|\w{1,12}_form)\.(?:input|govuk_(?!collection_select|submit)\w+)(?:\s+|\s*\(\s*):\w+\s*,/,
  // Twig and Nunjucks, “include” and “embed”; Blade, “include”; Handlebars, “partials”.
  /^\{%[-~+]?\s*(?:include|embed)\s+(?:"[^"]+"|'[^']+')\s+with\s*\{/,
  /^\{\{-?\s*include\(\s*(?:"[^"]+"|'[^']+')\s*,/,
  /^@(?:include|component)\(\s*(?:"[^"$]+"|'[^']+')\s*,/,
  /^\{\{>\s*[\w/.-]+\s/,
];
/** Here a text goes to a machine, too, or is the name of a sign. */
const isHanded = /\bdata\b|attributes|ga4|track|event|analytic|icon|symbol|emoji/i;
/** Nobody reads such a field. */
const sent = /\bas:\s*:hidden\b/;
const literal = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'/g;

/** `hint: "…"`, `'hint' => '…'`, `hint="…"`; one of the two that a condition chooses from. */
const before =
  /(?:^|[{([,\s:])["']?([a-z][\w-]*)["']?\s*(?::(?!:)|=>|=(?![=>~]))\s*\(?\s*(?:[^,{}()[\]"'?:]{1,80}\?\s*(?:(?:"[^"]*"|'[^']*')\s*:\s*)?)?$/;
const after = /^\s*(?:\)\s*)?(?:\.html_safe)?\s*(?:[,)}\]]|-?%>$|[-~+]?%\}$|\}\}$|\w+=)/;
const other = /^\s*:\s*(?:"[^"]*"|'[^']*')/;

/** More of a piece of code before an argument is not looked at. */
const furthest = 5_000;

/** Is what stands between two places of a piece of code given, by a name that is there for it, to a part of a page that shows it? */
export function isNamedShown(code: string, from: number, to: number): boolean {
  const head = from > furthest ? undefined : draws.map((each) => each.exec(code)?.[0]).find(Boolean);
  if (head === undefined || from < head.length || isHanded.test(head) || handsItOn(partOf(head))) return false;
  if (isHanded.test(withoutValues(code.slice(head.length))) || sent.test(code)) return false;
  const [, name = ''] = before.exec(` ${code.slice(head.length, from)}`) ?? [];
  const behind = code.slice(to, to + 300);
  return isShownName(name) && (after.test(behind) || other.test(behind)) && isOwn(code.slice(head.length, from));
}

/** The name of the part of a page that is drawn. */
function partOf(head: string): string {
  return /["'][\w/.-]+["']|\w+(?=Component\b)|>\s*[\w/.-]+/.exec(head)?.[0].replaceAll(/["'>\s]/g, '') ?? '';
}

/** Only the names of what is given. */
function withoutValues(given: string): string {
  return given.replaceAll(literal, (written, at: number) =>
    /^\s*(?::|=>)/.test(given.slice(at + written.length, at + written.length + 50)) ? written : '',
  );
}

/** Does an argument belong to the call itself, and to no call within? A bracket of its own may stand around it. */
function isOwn(given: string): boolean {
  // PHP gives all of them in one list.
  const plain = given
    .replaceAll(literal, '')
    .replace(/\(\s*$/, '')
    .replace(/^\s*\[/, '');
  return ['()', '[]'].every(([opens = '', closes = '']) => plain.split(opens).length === plain.split(closes).length);
}
