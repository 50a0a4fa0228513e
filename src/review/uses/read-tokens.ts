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
  /(?<![\w$.])(?:(?:this|self|props|window|vm|app|site\.data)\??\.)?(?:\$?(?:m|LL|t|i18n|l10n|[Ll]ang|LANG|translations?)|R\.(?:string|plurals|array)|@string|@plurals|@array|L10n|[Ss]trings?|[Mm]essages?|locale|[Tt]exts?|copy|tr|intl|Res\.string|AppLocalizations|S\.of\(context\)|AppLocalizations\.of\(context\)!?|context\.l10n)(?:\(\))?(?=[.?!/[])/gu;
/** One name behind it: a member, or in square brackets. */
const member = /[?!]?[./]([\p{L}_$][\p{L}\p{N}_$]{0,100})|(?:\?\.)?\[\s?(["'`])([^"'`\]\n]{1,200})\2\s?\]/uy;
const mostMembers = 13;
/** `t($ => $.home.title)`. */
const selected =
  /(?<![\w$.])t\(\s{0,9}\(?([\w$]{1,30})\)?\s{0,9}=>\s{0,9}\1((?:\.[\p{L}_$][\p{L}\p{N}_$]{0,100}){1,12})/gu;
const marked = /__MSG_(\w{1,100})__/g;
/** In a page of Java Server Faces the texts have a name: `#{msg.home}`. */
const bundle = /^(?:msgs?|messages?|i18n|bundle|texts?|labels?|lang|res\w{0,20})\./;
const held = /[$#]\{([A-Za-z_][\w.]{2,100})[}(]/g;

/** What is taken from something that holds texts by its name; in a page of HTML, which has no variables, also `${Save}` and `#{save}`. */
export function* readChains(text: string, isPage: boolean): Generator<Chain> {
  for (const { 0: whole, index } of text.matchAll(holder)) {
    const names: string[] = [];
    member.lastIndex = index + whole.length;
    let end = member.lastIndex;
    for (let next = member.exec(text); next !== null && names.length < mostMembers; next = member.exec(text)) {
      names.push((next[1] ?? next[3]) as string);
      end = member.lastIndex;
    }
    if (names.length > 0) yield { name: names.join('.'), at: index, end };
  }
  for (const { 0: whole, 2: name = '', index } of text.matchAll(selected))
    yield { name: name.slice(1), at: index, end: index + whole.length };
  for (const pattern of isPage ? [marked, held] : [marked]) {
    for (const { 0: whole, 1: name = '', index } of text.matchAll(pattern)) {
      const chain = { at: index, end: index + whole.length };
      yield { name, ...chain };
      if (bundle.test(name)) yield { name: name.replace(bundle, ''), ...chain };
    }
  }
}
