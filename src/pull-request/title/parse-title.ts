/** How titles of pull requests begin. There are no others: what begins like none of them is `plain`. */
export type TitleForm =
  /** `feat: …`, `fix(cart)!: …` (conventionalcommits.org) */
  | 'conventional'
  /** `ABC-12: …`, `[ABC-12] …`, `1234 - …` */
  | 'ticket'
  /** `[cart] …` */
  | 'tag'
  /** `cart: …`, `web/cart: …` */
  | 'area'
  | 'plain';

/** A title by its parts. */
export interface TitleParts {
  readonly form: TitleForm;
  /** What stands before all else: `:memo:` or `📝` (gitmoji.dev). */
  readonly emoji?: string;
  /** Of a conventional one, as written. */
  readonly type?: string;
  readonly scope?: string;
  /** Of one with a ticket: its name, and how it stands, with `$` in its place (`[$] `). */
  readonly ticket?: string;
  readonly frame?: string;
  /** What stands before the text in a tag or an area. */
  readonly name?: string;
  /** What the title says. */
  readonly text: string;
}

/** Characters; what comes after is of no matter for the form. */
const longestTitle = 300;

/** Takes a title apart. */
export function parseTitle(title: string): TitleParts {
  const line = title.replace(/\s+/g, ' ').trim().slice(0, longestTitle);
  const emoji =
    /^(?::[a-z0-9_+-]{2,40}:|\p{Extended_Pictographic}[\uFE0F\u200D\p{Extended_Pictographic}\p{Emoji_Modifier}]{0,6}) ?(?=\S)/u.exec(
      line,
    )?.[0];
  if (emoji === undefined) return parseForm(line);
  return { emoji: emoji.trim(), ...parseForm(line.slice(emoji.length)) };
}

/** Types by the conventional commits, Angular's list and what is common beside it. Other words before a colon are areas. */
const types = new Set(
  'build chore ci deps design doc docs feat feature fix bugfix hotfix i18n perf refactor release revert style test tests'.split(
    ' ',
  ),
);

function parseForm(line: string): TitleParts {
  const [, type = '', scope, , said = ''] = /^([a-z0-9]{2,12})(?:\(([^()]{1,60})\))?(!)?: ?(\S.*)$/i.exec(line) ?? [];
  if (types.has(type.toLowerCase())) {
    return { form: 'conventional', type, ...(scope !== undefined && { scope }), text: said };
  }
  return parseTicket(line) ?? parseName(line) ?? { form: 'plain', text: line };
}

/** Names with a number that are of no ticket. */
const noKey = /^(?:UTF|ISO|CVE|RFC|SHA|GH|PR|HTTP)-/;

function parseTicket(line: string): TitleParts | undefined {
  const [, open = '', ticket = '', close = '', sign = '', text = ''] =
    /^([[(]?)([A-Z][A-Z0-9]{1,9}-\d{1,6}|\d{2,6})([\])]?)( ?[:|,–-]|) (\S.*)$/.exec(line) ?? [];
  const closes = open === '' ? '' : open === '[' ? ']' : ')';
  // A bare number begins many sentences.
  const isBare = /^\d/.test(ticket) && open === '' && sign === '';
  if (ticket === '' || close !== closes || isBare || noKey.test(ticket)) return undefined;
  return { form: 'ticket', ticket, frame: `${open}$${close}${sign} `, text };
}

function parseName(line: string): TitleParts | undefined {
  const [, tag, tagged = ''] = /^\[([\w.][\w. /-]{0,29})\]:? ?(\S.*)$/.exec(line) ?? [];
  // Machines take `[skip ci]` for an order.
  if (tag !== undefined) return /\b(?:skip|no|ci)\b/i.test(tag) ? undefined : { form: 'tag', name: tag, text: tagged };
  const [, area, text = ''] = /^([\w.][\w./-]{0,39}(?: [\w./-]{1,20})?): (\S.*)$/.exec(line) ?? [];
  return area === undefined ? undefined : { form: 'area', name: area, text };
}
