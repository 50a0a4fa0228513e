/**
 * How placeholders are written. `icu`: a message of the family uses ICU's plural or select and none uses i18next's double braces, so
 * each has to parse. `braces`: some stand in braces, so one that is never closed is a mistake. `plain`: nothing is a syntax error. The
 * others are those of formats and libraries that have their own; `quoting` is `numbered` where an apostrophe begins words that Java does not
 * fill in.
 */
export type Dialect =
  | 'icu'
  | 'braces'
  | 'plain'
  | 'chrome'
  | 'rails'
  | 'printf'
  | 'numbered'
  | 'quoting'
  | 'colon'
  | 'words'
  | 'qt'
  | 'fluent'
  | 'vue';

/** Each placeholder of a message as its readers know it (`{name}`, `%1$s`), as often as it stands there. */
export function findTokens(message: string, dialect: Dialect): readonly string[] {
  const found: string[] = [];
  replaceEach(message, dialect, (token) => {
    if (token !== undefined) found.push(token);
    return ' ';
  });
  return found;
}

/** The message with something in place of each placeholder, which is not looked at again. */
export function fillTokens(message: string, dialect: Dialect, fill: (token: string) => string): string {
  const filled: string[] = [];
  const put: Put = (token, written) =>
    `\0${filled.push(token === undefined ? standingFor(written, dialect) : fill(token)) - 1}\0`;
  const marked = replaceEach(message.replaceAll('\0', ''), dialect, put, ends);
  return marked.replace(/\0(\d+)\0/g, (_whole, index: string) => filled[Number(index)] as string);
}

/** What readers see of what is no placeholder though it looks like one. */
function standingFor(written: string, dialect: Dialect): string {
  // Two percent signs, or dollar signs, are one.
  if (/^([%$])\1$/.test(written)) return written.charAt(0);
  // In Laravel it says which numbers an arm is for.
  return dialect !== 'colon' && /^\{\d/.test(written) ? written : '';
}

/** What is put in place of a token; of what is none but looks like one, there is only how it is written. */
type Put = (token: string | undefined, written: string) => string;

/** `more`: what belongs to a token behind what tells it. */
function replaceEach(
  message: string,
  dialect: Dialect,
  put: Put,
  more: Readonly<Partial<Record<Kind, string>>> = {},
): string {
  let rest = message;
  for (const kind of kinds[dialect]) {
    if (kind === 'pipe' && dialect !== 'vue' && !counted.test(message)) continue;
    const { pattern, name } = patterns[kind];
    let position = 0;
    // What one kind has read is no other's: `{{x}}` holds no `{x}`.
    const whole = kind in more ? new RegExp(`${pattern.source}${String(more[kind])}`, pattern.flags) : pattern;
    rest = rest.replace(whole, (...groups: (string | undefined)[]) => {
      return put(
        name(groups, () => ++position),
        String(groups[0]),
      );
    });
  }
  return rest;
}

/** How a token goes on to its end, with what it is given: no one reads that. Fluent's choice of a form holds words. */
const ends: Readonly<Partial<Record<Kind, string>>> = {
  nesting: String.raw`(?:[^()]{0,300}\))?`,
  link: String.raw`(?:(?<=:\([\w.-]{1,300})\)|(?<=:\{'[\w.-]{1,300})'\})?`,
  fluent: String.raw`(?:(?!\s{0,20}->)[^{}]{0,300}\})?`,
};

/** In vue-i18n each text, elsewhere one that is told how many there are, has its plural's arms between pipes. */
const counted = /:count|%count%|(?:^|\|)\s{0,20}[{[\]]\d/;

type Kind = keyof typeof patterns;

const general: readonly Kind[] = ['double', 'nesting', 'link', 'single', 'printf'];
const kinds: Readonly<Record<Dialect, readonly Kind[]>> = {
  icu: general,
  braces: general,
  plain: general,
  chrome: ['dollar', ...general],
  rails: ['double', 'percentBraces', 'percentAngle'],
  printf: ['double', 'single', 'exactPrintf'],
  numbered: ['double', 'single', 'numbers', 'printf'],
  quoting: ['double', 'single', 'numbers', 'printf'],
  colon: ['ranges', 'single', 'colon', 'printf', 'pipe'],
  words: ['double', 'single', 'words', 'printf', 'pipe'],
  qt: ['places', 'numerus'],
  fluent: ['fluent'],
  vue: [...general, 'pipe'],
};

/** Reads one match: the groups of the pattern, and the next place for what stands in the order of its use. */
type Name = (groups: readonly (string | undefined)[], next: () => number) => string | undefined;

// None of these patterns repeats a repetition, and what they repeat is bounded or ends at a sign of its own.
const patterns = {
  double: {
    pattern: /\{\{-?\s{0,20}([\p{L}\w.$-]{1,100})[^{}]{0,200}\}\}/gu,
    name: (groups) => (isGoWord(groups) ? undefined : `{{${goField(groups) ?? String(groups[1])}}}`),
  },
  single: {
    pattern: /([%#$]?)\{\s{0,20}\$?([\p{L}\w.$-]{1,100})\s{0,20}(?:[,:|][^{}]{0,200})?\}/gu,
    name: (groups) => (isRepetition(groups) ? undefined : `${groups[1] === '%' ? '%' : ''}{${String(groups[2])}}`),
  },
  percentBraces: { pattern: /%\{\s{0,20}([\w.]{1,100})\s{0,20}\}/g, name: ([, name]) => `%{${String(name)}}` },
  percentAngle: { pattern: /%<([\w.]{1,100})>[-+0\d.]{0,10}[a-z]/g, name: ([, name]) => `%<${String(name)}>` },
  printf: {
    pattern:
      /%(?:%|(?:(\d{1,2})\$|\(([\w.]{1,100})\)|<([\w.]{1,100})>)?#?[-+0]?(?:\d{1,3})?(?:\.\d{1,2})?(?:l{1,2}|[hzqj])?([sdifuxXgc@])(?![A-Za-z\d]))/gu,
    name: readPrintf,
  },
  /** Where nothing else begins with a percent sign, letters may follow: `%sin`. How long a number is in memory counts: `%ld` reads more than `%d`. */
  exactPrintf: {
    pattern:
      /%(?:%|(?:(\d{1,2})\$|\(([\w.]{1,100})\)|<([\w.]{1,100})>)?#?[-+0]?(?:\d{1,3})?(?:\.\d{1,2})?(l{1,2}|[zqj]|h{0,2})([sdifuxXgc@]))/gu,
    name: ([whole, place, name, tag, length = '', kind], next) =>
      readPrintf(
        [whole, place, name, tag, kind && `${/^[lzqj]/.test(length) && /[diuxX]/.test(kind) ? 'l' : ''}${kind}`],
        next,
      ),
  },
  nesting: { pattern: /\$t\(\s{0,20}['"]?([^()'",\s]{1,200})/g, name: ([, key]) => `$t(${String(key)})` },
  link: {
    pattern: /(?<![\p{L}\d])@(?:\.\w{1,20})?:(?:\(|\{')?([\w-]{1,100}(?:\.[\w-]{1,100}){0,20})/gu,
    name: ([, key]) => `@:${String(key)}`,
  },
  dollar: { pattern: /\$(?:\$|(\w[\w@]{0,100})\$|(\d))/g, name: ([, name, digit]) => dollar(name, digit) },
  /** `%1$s` is another's. */
  numbers: {
    pattern: /%L?(\d{1,2})(?![\d%]|\$[-+0]?\d{0,3}(?:\.\d{1,2})?[A-Za-z@])/g,
    name: ([, place]) => `%${String(place)}`,
  },
  /** Qt has no other sign behind it: `%1%` is a number of hundredths. */
  places: { pattern: /%L?(\d{1,2})/g, name: ([, place]) => `%${String(place)}` },
  numerus: { pattern: /%L?n/g, name: () => '%n' },
  /** Parts the arms of a plural. */
  pipe: { pattern: /\|/g, name: () => '|' },
  /** Which numbers an arm of Laravel's plural is for. */
  ranges: {
    pattern: /(?:^|\|)\s{0,20}(?:\{\d+\}|[[\]][\d*]+,\s?[\d*]+[[\]])/g,
    name: ([whole]) => (whole?.startsWith('|') ? '|' : undefined),
  },
  /** One may follow another at once, or as the next part of a path: `:folder:file`, `:folder/:file`. */
  colon: {
    pattern: /(?:(?<![\w:/])|(?<=(?<![\w:/]):[a-z]\w{0,100}\/?)):([a-z]\w{0,100})/gi,
    name: ([, name]) => colon(String(name)),
  },
  words: { pattern: /%([\p{L}_][\p{L}\w.-]{0,100})%/gu, name: ([, name]) => `%${String(name)}%` },
  fluent: {
    pattern: /\{\s{0,20}(?:\w{1,50}\(\s{0,20})?(\$[\w-]{1,100}|-?[a-z][\w.-]{0,100})/gi,
    name: ([, name]) => `{ ${String(name)} }`,
  },
} satisfies Readonly<Record<string, { readonly pattern: RegExp; readonly name: Name }>>;

/**
 * How often a part of a regular expression may come, which stands behind that part (`[0-9]{4}`, `\\w{1,3}`) or is spoken of where nothing is filled in in the first
 * place: `{1,3} matches 1 to 3`.
 */
function isRepetition(groups: readonly (string | undefined)[]): boolean {
  const [whole = ''] = groups;
  const written = String(groups.at(-1));
  const before = written.slice(0, Number(groups.at(-2))).slice(-40);
  if (/^\{\d{1,4}(?:,\d{0,4})?\}$/.test(whole) && repeated.test(before)) return true;
  return /^\{\d{1,4},\d{0,4}\}$/.test(whole) && !/\{0[,:}]/.test(written);
}

/** A class of signs with a range in it, or a sign that stands for many. */
const repeated = /(?:\[[^\][\s]{0,30}\w-\w[^\][\s]{0,30}\]|\\[dDwWsSbB.])$/;

/** What a template of Go asks and ends there, which fills nothing in: `{{ if gt .Count 9 }}many{{ else }}few{{ end }}`. */
function isGoWord(groups: readonly (string | undefined)[]): boolean {
  return /^(?:if|with|range|else|end)$/.test(String(groups[1])) && goBlock.test(String(groups.at(-1)));
}

/** What a function of Go's templates is given, however a language writes it out: `{{possessive .Name}}` is one's `{{.Name}}`. */
function goField([whole = '']: readonly (string | undefined)[]): string | undefined {
  return /^\{\{-?\s{0,20}\w{1,100}\s{1,20}(\.[\p{L}\w.]{1,100})\s{0,20}-?\}\}$/u.exec(whole)?.[1];
}

const goBlock = /\{\{-?\s{0,20}(?:if|with|range)\s/;

/** Laravel knows a name also with its first letter, or all of it, in capitals. */
function colon(name: string): string {
  return `:${/[a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name.toLowerCase()}`;
}

function dollar(name: string | undefined, digit: string | undefined): string | undefined {
  // Two dollar signs are one.
  if (name === undefined && digit === undefined) return undefined;
  return name === undefined ? `$${digit}` : `$${name.toUpperCase()}$`;
}

function readPrintf(
  [, place, name, tag, kind]: readonly (string | undefined)[],
  next: () => number,
): string | undefined {
  // Two percent signs are one.
  if (kind === undefined) return undefined;
  const called = name ?? tag;
  return called === undefined ? `%${place ?? next()}$${kind.replace(/[iu]$/, 'd')}` : `%(${called})${kind}`;
}
