/** Something between two quotation marks, which may also be what lies between two strings. */
export interface Token {
  readonly value: string;
  /** Of its opening quotation mark. */
  readonly at: number;
  readonly end: number;
}

const quoted = [
  /"((?:[^"\\\n]|\\.){1,400})(?=")/g,
  /'((?:[^'\\\n]|\\.){1,400})(?=')/g,
  /`((?:[^`\\]|\\.){1,400})(?=`)/g,
];

/**
 * All that may be a string of a program, whatever its language: what stands between two quotation marks of a kind. What lies between
 * two strings is given too, as no language's rules are known here: it is rarely what anybody looks for. Linear in the text's length.
 */
export function* readTokens(text: string): Generator<Token> {
  for (const pattern of quoted) {
    for (const match of text.matchAll(pattern))
      yield {
        value: (match[1] as string).replace(/\\(["'`])/g, '$1'),
        at: match.index,
        end: match.index + match[0].length + 1,
      };
  }
}

/** Names joined by dots or slashes, not in quotation marks: `m.home_title`, `R.string.home`, `@string/home`, `LL.home.title`. */
export interface Chain {
  /** Joined by dots. */
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

const holder =
  /(?<![\w$.])(m|LL|\$?t|R\.string|R\.plurals|R\.array|@string|@plurals|@array|i18n|l10n|L10n|[Ss]trings?|[Mm]essages?|translations?|lang|locale|[Tt]exts?|copy|tr|intl|Res\.string|AppLocalizations|S\.of\(context\)|AppLocalizations\.of\(context\)!?|context\.l10n)(?:\(\))?[.?!/]{1,2}([\p{L}_$][\p{L}\p{N}_$]{0,100}(?:\??\.[\p{L}_$][\p{L}\p{N}_$]{0,100}){0,12})/gu;
const marked = /__MSG_(\w{1,100})__/g;
const held = /[$#]\{([A-Za-z_][\w.]{2,100})[}(]/g;

/** What is taken from something that holds texts by its name; in a page of HTML, which has no variables, also `${Save}` and `#{save}`. */
export function* readChains(text: string, isPage: boolean): Generator<Chain> {
  for (const match of text.matchAll(holder))
    yield { name: (match[2] as string).replaceAll('?', ''), at: match.index, end: match.index + match[0].length };
  for (const pattern of isPage ? [marked, held] : [marked]) {
    for (const match of text.matchAll(pattern))
      yield { name: match[1] as string, at: match.index, end: match.index + match[0].length };
  }
}
