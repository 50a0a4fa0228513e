import { readArrow, withoutContentLimits } from './content-limits.js';
import { asksForEngineer, forbids } from './refusals/forbidding-words.js';
import { withoutKnownConditions } from './known-conditions.js';
import { normalizeWords, type TextToken } from './tokenize.js';

/** What follows the globs of an item, with an exception in the known form. */
export interface Exception {
  readonly globs: readonly TextToken[];
  /** The words before and behind the exception. */
  readonly tail: readonly TextToken[];
}

/**
 * The exception in the known form: "except `a/b/**` and `a/c/**`", in brackets or not, whose globs are taken out of what the item
 * opens (`opened`); `undefined` for any other words. Where it names no path but something in the files, "except `url`" behind `layers.json`, it
 * takes no glob out and stays in the tail, as "not `url`", which is a condition.
 */
export function readException(tail: readonly TextToken[], opened: readonly TextToken[]): Exception | undefined {
  const first = tail.findIndex(({ kind }) => kind === 'code');
  const before = tail[first - 1];
  const found = before === undefined ? null : exception.exec(before.text);
  if (before === undefined || found === null) return undefined;
  const length = tail.slice(first).findIndex(({ kind, text }) => kind === 'text' && !joint.test(text));
  const run = length < 0 ? tail.slice(first) : tail.slice(first, first + length);
  const words = { ...before, text: before.text.slice(0, found.index) };
  const globs = run.filter(({ kind }) => kind === 'code');
  const paths = globs.filter(({ text }) => opened.some((glob) => !isOfContent(text, glob.text)));
  if (paths.length < globs.length) {
    const limit = { ...words, text: `${words.text}${found[0].replace(excepting, 'not')}` };
    return { globs: paths, tail: tail.with(first - 1, limit) };
  }
  return {
    globs,
    tail: [...tail.slice(0, first - 1), words, ...withoutReason(tail.slice(first + run.length))],
  };
}

/** Whether what is excepted cannot be a path that a glob covers, as a word behind one file, or behind files that all end otherwise. */
function isOfContent(excepted: string, glob: string): boolean {
  const [, list, ending = list] = /\.(?:\{([^{}]*)\}|([^./*?[\]{}]+))$/u.exec(glob) ?? [];
  if (ending === undefined || /[/*?]/u.test(excepted)) return false;
  const isFile = !/[*?{[]/u.test(glob);
  return isFile || !ending.split(',').some((each) => excepted.toLowerCase().endsWith(`.${each.trim().toLowerCase()}`));
}

/** "(generated from OpenAPI, your change would be overwritten)" right behind what is excepted says why. */
function withoutReason([first, ...rest]: readonly TextToken[]): readonly TextToken[] {
  if (first === undefined) return [];
  return [{ ...first, text: first.text.replace(/^\s*\((?=[^()]*(?:generated|overwritten))[^()]*\)/iu, '') }, ...rest];
}

const exception =
  /(?<=^|[\s,;(–-])(?:(?:but )?(?:not|never)|except(?:ing| for)?|excluding|other than|apart from|aside from|minus|without)(?: (?:for|in|under|inside|the|anything in|anything under|files in|keys?|entries|values|fields))*\s*$/iu;

/** What takes a path out, where it is said of content. */
const excepting = /^(?:but )?(?:except(?:ing)?(?: for)?|excluding|other than|apart from|aside from|minus)/iu;

const joint = /^\s*(?:[,/&+;]|,?\s*(?:and|or|nor)(?: (?:in|under|not))?)?\s*$/iu;

/**
 * The phrase of a text that takes something out of what it stands beside, or refuses it; such an item opens nothing. Words that only say
 * what of a file's content stays as it is ("no logic", "never rename a key") are a condition of the change instead.
 */
export function findCarveOut(text: string): string | undefined {
  // Folding makes a hyphen of a minus, which parts what it stands between.
  const [sign] = glued.exec(text) ?? [];
  if (sign !== undefined) return sign.trim();
  const words = withoutKnownConditions(withoutContentLimits(readArrow(normalizeWords(text))));
  const phrases = words.split(/[,;:()[\]–]|\.(?=[\s)]|$)|\s-\s/u).map((phrase) => phrase.trim().replace(/^- /u, ''));
  return phrases.find(
    (phrase) =>
      takesOut.test(phrase) ||
      deniesPath(phrase) ||
      refusal.test(phrase) ||
      asksForEngineer(phrase) ||
      forbids(phrase.replace(negation, ' ')),
  );
}

/** "− legal", "-legal", "!legal", "\\ legal" */
const glued = /(?:^|[\s,;(])(?:[−∖\\]\s*|[-!])(?=\p{L}|`)[\p{L}\p{N}-]{1,30}/u;

/** Words and signs of an exception. */
const takesOut =
  /^bar (?!(?:charts?|graphs?|codes?|labels?|texts?|names?)(?![\p{L}]))(?:the )?\p{L}+$|(?<![\p{L}\p{N}-])(?:but (?:not|never)(?= *$)|except\w*|excl(?:ud\w*)?|other than|apart from|aside from|minus|save for|barring|outside (?=['`*]))(?![\p{L}\p{N}])|[⚠→−]/u;

/** "No logic in `src/**`": words that deny, right before a path in code. Read code by code, in linear time. */
function deniesPath(phrase: string): boolean {
  const parts = phrase.split(/['`]/u);
  return parts.some((part, at) => denial.test(part) && /[*/]/u.test(parts[at + 1] ?? ''));
}

const denial = /(?<![\p{L}\p{N}])(?:no|not|never|nor|but|without|nothing|unless)(?![\p{L}\p{N}])/u;

const negation =
  /(?<![\p{L}\p{N}])(?:no|not|never|nothing|none|nor|neither|cannot|cant|dont|mustnt|avoid|without)(?![\p{L}\p{N}])|n't(?![\p{L}\p{N}])/gu;

/** Negations that are about the PM or the file as a whole: "never", "not for PMs", "do not touch", "not yet". */
const refusal = (() => {
  const no =
    "(?:(?:no|not|never|nothing|none|nor|neither|cannot|cant|dont|mustnt|avoid|without)(?![\\p{L}\\p{N}])|\\p{L}+n't)";
  const whole =
    '(?:it|this|that|these|those|them|here|anything|any|any of (?:it|this|these|them)|(?:the |this |these |any |all )?(?:files?|folders?|paths?|directory|ones?))';
  const touch =
    '(?:touch(?:ed|ing)?|edit(?:ed|ing|s)?|chang(?:e|ed|es|ing)|modif(?:y|ied|ying)|updat(?:e|ed|es|ing)|ship(?:ped)?|writ(?:e|ten|ing)|open(?:ed)?|alter(?:ed|ing)?|work)';
  const person = '(?:pms?|product managers?|product|pilots?|you|your|yours|them|us|anyone|anybody|everyone|one|body)';
  const state =
    '(?:yet|now|any ?more|longer|allowed|permitted|ok|okay|editable|available|ready|safe|intended|meant|suitable|appropriate|applicable|included|part|in (?:scope|the zone|the pilot|this|production|force|effect|use)|for|by|open|ever|always|at all|here|really|alone|access|way|go(?! (?:above|below|over|under|beyond|past|higher|lower)(?![\\p{L}]))|chance|thanks|please|today|before|until|unless|while|when|if)';
  return new RegExp(
    [
      `(?<![\\p{L}\\p{N}])${no}(?: (?:to|be|been|being|ever|really|currently|strictly|please|even|a|an|the|is|are|so)){0,3}(?: *$| (?:${state}|${person})(?![\\p{L}\\p{N}]))`,
      `^(?:please |but |and |(?:${whole} )?(?:is|are|must|may|can|should|shall|will|do|does|to be) )*${no}(?: (?:to|be|been|ever|even))* ${touch}(?: *$| ${whole}(?![\\p{L}\\p{N}'])| (?:without|unless|until|before|by|when|if)(?![\\p{L}\\p{N}]))`,
      `(?<![\\p{L}\\p{N}])${person} (?:can|may|must|should|do|does|are|is|will|shall|have|has)? ?${no}`,
      '(?<![\\p{L}\\p{N}])nobody|no[ -]one|nope|hands off|^no(?:$|[.!])|^(?:deprecated|obsolete|proposed|tbd|todo|maybe|draft|void|superseded|rejected|withdrawn|on hold|later|soon|some ?day|coming (?:soon|later|next)|upcoming)(?:$|[ .!])|^(?:(?:the |our )?(?:engineers?|engineering|developers?|devs?)|we) (?:do|does|make|makes|handle|handles|change|changes|edit|edits|take|takes|write|writes|maintain|maintains) (?:this|these|it|them|that|those|care|such)(?![\\p{L}])|^(?:an? )?(?:eng|engineer|dev|developer)$|^(?:closed|paused|suspended|planned|archived|inactive|disabled|expired|revoked|retired|pending|t\\.?b\\.?[acd]|wip|(?:in|under) (?:discussion|planning|review|construction)|to be (?:confirmed|decided|discussed|defined|agreed))[.!]?$',
    ].join('|'),
    'u',
  );
})();
