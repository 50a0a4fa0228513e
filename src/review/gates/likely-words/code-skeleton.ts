import { findPragma } from '../../additions/find-pragma.js';
import { isAddressOfPage } from '../words-only/addresses/address-of-page.js';
import { isShownName } from '../words-only/shown/shown-names.js';
import { isQuietAttribute } from './quiet-attributes.js';
import { readString, said } from './without-words.js';

/** How a language writes its strings and comments. */
export interface Notation {
  readonly quotes: RegExp;
  /** Where its lines begin decides what they do. */
  readonly isIndented?: boolean;
}

const double = String.raw`"(?:[^"\\\n]|\\.)*"`;
const single = String.raw`'(?:[^'\\\n]|\\.)*'`;
const slashes = String.raw`(?<comment>//[^\n]*|/\*[^]*?\*/)`;
const hash = String.raw`(?<comment>(?<=^|\s)#[^\n]*)`;
const long = String.raw`"""[^]*?"""|'''[^]*?'''`;

/** In a piece of code of a template. */
export const inTemplate: Notation = { quotes: pattern(`(?<comment>(?!))`, `~[a-z]${double}`, double, single) };

const notations: readonly (readonly [RegExp, Notation])[] = [
  [/\.(?:cs|java|kts?|swift|go|rs|scala|razor|cshtml)$/i, { quotes: pattern(slashes, '"""[^]*?"""', double) }],
  [/\.dart$/i, { quotes: pattern(slashes, long, double, single) }],
  [/\.php$/i, { quotes: pattern(slashes, double, single) }],
  [/\.(?:rb|rake|exs?)$/i, { quotes: pattern(hash, `~[a-z]${double}`, double, single) }],
  [/\.py$/i, { quotes: pattern(hash, long, double, single), isIndented: true }],
];

function pattern(...ways: readonly string[]): RegExp {
  return new RegExp(ways.join('|'), 'gm');
}

/** `undefined` for a language whose strings nobody here tells from its code. */
export function notationOf(path: string): Notation | undefined {
  return notations.find(([name]) => name.test(path))?.[1];
}

/** What asks for a text of a catalog: by a key that is written out, or by a member of the texts themselves. */
const asks = new RegExp(
  [
    // `t('a')`, `__("a")`, `I18n.t "a"`, `f:translate(key: 'a')`.
    String.raw`(?<![\w$.:>'"-])(?:(?:this|i18n|i18next|\$i18n)\.)?(?:\$?(?:tc?|_)|tr|__p?|_t|d?n?gettext|translate|trans|NSLocalizedString|stringResource)\s*\(?\s*(?:"[^"\n]*"|'[^'\n]*'|${said}\S*?|R\.string\.\w+)(?:\s*,\s*comment\s*:\s*(?:"[^"\n]*"|${said}))?\s*\)`,
    String.raw`(?<![\w$.:>'"-])(?:(?:this|i18n|I18n)\.)?(?:\$?t|_|gettext|translate|trans)\s+(?:"[^"\n]*"|'[^'\n]*'|${said})`,
    String.raw`(?<![\w.:])f:translate\(\s*key\s*:\s*(?:"[^"]*"|'[^']*'|${said})\s*\)`,
    String.raw`(?:"[^"\n]*"|'[^'\n]*'|${said})\s*\|\s*(?:translate|trans|transloco|t)\b`,
    // Flutter's, Android's and Apple's.
    String.raw`(?<![\w.])(?:AppLocalizations|S|L10n|Strings|LocaleKeys)\b(?:\.of\(\w+\)[!?]?|\.current)?(?:\.[a-z]\w*)+(?![\w(.])`,
    String.raw`(?<![\w.])(?:context\.)?(?:l10n|loc|localizations)\.[a-z]\w*(?![\w(.])`,
    String.raw`(?<![\w.])(?:R\.string|Res\.string)\.\w+`,
    // ASP.NET's.
    String.raw`(?<![\w.])@?(?:\w*Localizer|L)\["[^"\n]*"\]`,
  ].join('|'),
  'g',
);

/** What is compared, chosen by, loaded or a name is a value, whatever it reads like. */
const valued =
  /(?:[=!<>~]=|\b(?:case|when|in|eq|ne|is|import|require(?:_once|_relative)?|from|include|extends|load|using|use)\s*\(?|\[)\s*$/;
const named =
  /\b(?:name|id|type|method|action|key|value|role|scope|event|route|path|url|src|data|for|as|format|locale|env|permission|query|sql|command|selector|on[A-Z]\w*|controller|model|class)["']?\s*(?::|=>|=)\s*$/;
const isValued = /^\s*(?:[=!<>~]=|\]|=>|:(?!:))/;

/** What is left of a program, or a piece of one, without what people read: the texts, what asks for them, and what is given to be shown. */
export function codeSkeleton(code: string, { quotes, isIndented }: Notation): string {
  let written = '';
  let at = 0;
  for (const { 0: whole, index, groups } of code.matchAll(quotes)) {
    written += code.slice(at, index);
    at = index + whole.length;
    const before = code.slice(Math.max(0, index - 200), index);
    written += groups?.['comment'] === undefined ? stringOf(whole, before, code.slice(at, at + 20)) : noteOf(whole);
  }
  return settle(withoutSaid(written + code.slice(at)), isIndented === true);
}

function stringOf(whole: string, before: string, behind: string): string {
  const [, sigil, content = ''] = /^(~[a-z])?(?:"""|'''|["'])([^]*?)(?:"""|'''|["'])$/.exec(whole) ?? [];
  const isChosen = /\?\s*$/.test(before.slice(-10));
  const isValue =
    valued.test(before.slice(-30)) || named.test(before.slice(-40)) || (isValued.test(behind) && !isChosen);
  if ((sigil !== undefined || leads.test(before)) && isAddressOfPage(content)) return said;
  return (isValue || sigil !== undefined ? undefined : readString(content)) ?? whole;
}

/** Here the address of a page is written. */
const leads = /\bhref["']?\s*(?::|=>|=)\s*$|\blink_to\b[^\n]*,\s*$/;

/** A comment that a tool heeds is code. */
function noteOf(whole: string): string {
  const text = whole.replace(/^(?:\/\/|\/\*|#)/, '').replace(/\*\/$/, '');
  return findPragma({ text, isBlock: whole.startsWith('/*') }) === undefined ? '' : whole;
}

/** `hint: "…",` of a call that draws; a link of Ruby. */
const given = new RegExp(
  String.raw`,?\s*["']?([a-z][\w-]*)["']?\s*(?::(?!:)|=>|=(?!=))\s*(${said}|["'][^"'\n]*["'])`,
  'gi',
);
const link = new RegExp(String.raw`\blink_to\s*\(?\s*${said}\s*,\s*${said}\s*\)?`, 'g');

/** Without what asks for texts, and what is given by a name that is there to be shown. */
export function withoutSaid(code: string): string {
  return code
    .replaceAll(asks, said)
    .replaceAll(given, (whole, name: string, value: string) => {
      if (value === said) return isShownName(name) || /^(?:rel|class)$/.test(name) ? '' : whole;
      return isQuietAttribute(name, value.slice(1, -1)) ? '' : whole;
    })
    .replaceAll(link, said);
}

/** Blanks and commas decide nothing, but where a line begins in some languages. */
export function settle(code: string, isIndented: boolean): string {
  const blank = isIndented ? /(?<=\S)[ \t]+|\n(?=\s*\n)/g : /\s+/g;
  return code
    .replaceAll(',', ' ')
    .replaceAll(blank, ' ')
    .replaceAll(/ ?([^\w\s\0]) ?/g, '$1')
    .trim();
}
