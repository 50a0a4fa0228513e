import { isNamedShown } from './named-arguments.js';

/** A call that shows a string to people and does nothing else with it. */
interface Shown {
  /** How the whole piece of code begins, where it matters. */
  readonly call?: RegExp;
  /** What stands before the string, and what behind it. */
  readonly before: RegExp;
  readonly after: RegExp;
  /** So many words or more. */
  readonly least: number;
}

const prose = 'p|h[1-6]|li|strong|em|b|small|span|dt|dd|td|th|legend|label|caption';
const title = '(?:page_?|sub_?)?(?:title|heading)';

const shown: readonly Shown[] = [
  // Rails, “ActionView::Helpers::UrlHelper”, and GOV.UK components, “Link”: the first argument is the text of a link or a button.
  {
    before: /^<%=\s*(?:(?:govuk_)?(?:link_to|button_to)|govuk_button_link_to)\b\s*\(?\s*$/,
    after: /^\s*,/,
    least: 1,
  },
  // Rails, “ActionView::Helpers::TagHelper”: the content of an element.
  {
    before: new RegExp(String.raw`^<%=\s*(?:content_tag\b\s*\(?\s*:(?:${prose})\s*,|tag\.(?:${prose})\b\s*\(?)\s*$`),
    after: /^\s*(?:,|\)?\s*-?%>$)/,
    least: 2,
  },
  // Rails, “ActionView::Helpers::CaptureHelper”, by the name of a title.
  {
    before: new RegExp(String.raw`^<%\s*(?:content_for|provide)\b\s*\(?\s*:${title}\s*,\s*$`),
    after: /^\s*\)?\s*-?%>$/,
    least: 2,
  },
  // Twig, Jinja and Nunjucks, “set”, by the name of a title.
  {
    before: new RegExp(String.raw`^\{%[-~+]?\s*set\s+${title}\s*=\s*$`, 'i'),
    after: /^\s*[-~+]?%\}$/,
    least: 2,
  },
  // GOV.UK Frontend, NHS Frontend and MOJ Frontend, “Nunjucks macro options”: `text` is shown. Of an option of a select it may be sent.
  {
    call: /^\{\{-?\s*(?:govuk|nhsuk|moj)(?!Select|Pagination)[A-Z]\w*\s*\(/,
    before: /[{,]\s*["']?text["']?\s*:\s*$/,
    after: /^\s*[,}]/,
    least: 2,
  },
  // GOV.UK components for Rails: texts of inset text, details, banners and the like.
  {
    call: /^<%=\s*govuk_(?:inset_text|warning_text|details|notification_banner|panel|tag)\b/,
    before: /[(,\s](?:text|title_text|heading_text|summary_text)\s*:\s*$/,
    after: /^\s*(?:[,)]|-?%>$)/,
    least: 2,
  },
  // The same, “List”: each item is shown.
  {
    call: /^<%=\s*govuk_list\b\s*\(?\s*\[/,
    before: /(?:^<%=\s*govuk_list\b\s*\(?\s*\[|["'],)\s*$/,
    after: /^\s*[,\]]/,
    least: 2,
  },
];

/** Here a text goes to a machine, too, or is the name of a sign. */
const isHanded = /\bdata\b|attributes|ga4|track|event|icon|symbol|emoji|element\s*["']?:/i;

/** What decides stands so near to an argument. */
const near = 300;

/** How many words a text has to have that stands between two places of a piece of code, so that it is shown beyond doubt; `undefined` where nobody can tell. */
export function leastShownAt(code: string, from: number, to: number): number | undefined {
  const before = from > near ? `…${code.slice(from - near, from)}` : code.slice(0, from);
  const after = code.slice(to, to + near);
  const isOpen = !isHanded.test(code);
  const rule = shown.find(
    (each) =>
      (each.call === undefined || (isOpen && each.call.test(code))) &&
      each.before.test(before) &&
      each.after.test(after),
  );
  return rule?.least;
}

/** Is what stands between two places of a piece of code an argument that is shown? */
export function isShownAt(code: string, from: number, to: number): boolean {
  return leastShownAt(code, from, to) !== undefined || isNamedShown(code, from, to);
}
