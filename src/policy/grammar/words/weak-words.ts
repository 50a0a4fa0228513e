import { normalizeWords } from '../tokenize.js';

/**
 * The words by which something that forbids reads as if it held for a time, for some PMs or changes, or as advice. They weaken nothing; whoever
 * reads them may believe otherwise. `undefined` where there are none. Where such words only describe what lies there ("optional add-ons",
 * "currently split up by the team") they are about the files: they count beside words about PMs and prohibiting alone.
 */
export function findWeakWords(text: string): string | undefined {
  const [sign] = opens.exec(text) ?? [];
  if (sign !== undefined) return sign;
  const words = normalizeWords(text).replace(/(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu, ' ');
  for (const sentence of words.split(/[();.:!?]|\s-+\s|^-+\s/u)) {
    const found = weak.exec(sentence);
    if (found !== null && pms.test(sentence)) return found[0];
    const clauses = sentence.split(',');
    for (const [place, clause] of clauses.entries()) {
      const said = findInClause(clause);
      // "If possible, plugins move out" is about what follows.
      if (said !== undefined && (place === clauses.length - 1 || !condition.test(said))) return said;
    }
  }
  return undefined;
}

function findInClause(clause: string): string | undefined {
  const found = weak.exec(clause);
  if (found === null) return undefined;
  const [words] = found;
  const after = clause.slice(found.index + words.length);
  const isOpenEnded = openEnded.test(words) || (/changes$/u.test(words) && review.test(after));
  return isProhibiting(clause.slice(0, found.index)) && (isOpenEnded || isProhibiting(after) || state.test(after))
    ? words
    : undefined;
}

/** Whether words are about nothing but that something is closed, and to whom. */
function isProhibiting(words: string): boolean {
  return words.split(/[^\p{L}\p{N}'-]+/u).every((word) => word === '' || prohibiting.has(word));
}

/** Signs that stand for what is open, at the beginning. */
const opens = /(?<=^[\s*_]*)(?:✅|☑|✔|🟢|🔓|👍)\ufe0f?/u;

const edge = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words})(?![\\p{L}\\p{N}-])`, 'u');

const pms = edge('pms?|product managers?');
const condition = edge('(?:where|when|if)(?:ever)? possible|if you can');
/** "Temporarily frozen for the audit", "for now because of it". */
const state = /^ (?:blocked|closed|frozen|locked|off[ -]limits|because|since|while)(?: |$)/u;
const review = edge('engineers?|engineering|reviews?|reviewed|approv\\p{L}+|ask|pair\\p{L}*');

/** What follows these only says more of the same. */
const openEnded = edge(
  'or ask|.* be (?:fine|ok|okay)|(?:until|till|during|before|while|this|next|without|new|junior|some|other) .*',
);

const prohibiting = new Set(
  `a all alone an and any applies apply anything are at avoid be blocked but cannot change changed changes changing closed do don't edit edited editing engineer
   engineering engineers everyone everything file files folder folders for forbidden frozen here hold holds is it it's just keep kept least leave left limits locked make
   making may modified modify must never no not nobody of off only or out please scope should so stay stays still that the them there these they they're
   this those to touch touched touching update us we with you`.split(/\s+/u),
);

const times = '(?:day|week|month|quarter|sprint|year|release|iteration|season)s?';
const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter';

const weak = edge(
  [
    'for now|for the time being|at the moment|at first|at present|currently|temporar(?:y|ily)|initially|yet',
    '(?:until|till) (?:\\p{L}|\\d)[\\p{L}\\d-]*|(?:during|before) (?:the |our |this )?[\\p{L}\\d-]+',
    `(?:this|next|the (?:next|coming)(?: few| two| three)?|a few|a couple of) (?:${times})`,
    // Data is kept for days and months.
    '(?:two|three|four|six|\\d+) (?:week|sprint|release|iteration|quarter)s',
    `(?:in|for|through|throughout) (?:(?:all of|early|late|mid) )?(?:20\\d\\d|q[1-4]|h[12]|${months})`,
    'while (?:the|we|our) \\p{L}+',
    'on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|after hours',
    'should be (?:fine|ok|okay)',
    "should(?: not|n't)?|ought not|normally|usually|generally|typically|ideally|preferabl[ey]|as a rule|in general|mostly",
    '(?:where|when|if)(?:ever)? possible|if you can|try (?:not )?to|optional(?:ly)?|advisory|recommended|a guideline',
    'without (?:asking|approval|permission|consent|notice|telling \\p{L}+|(?:a|an|the) (?:word|ok|okay|yes|approval|consent|leave))|or ask|(?:large|big|major|breaking) changes|new files are (?:fine|ok|okay)',
    '(?:new|junior|senior|trained|most|external|some|other) (?:pms?|product managers)',
    '(?:cannot|must not|may not|can not|do not|never) (?:delete|rename|move|remove)(?= *$)',
  ].join('|'),
);

/** What is said of such words. */
export function describeWeakWords(words: string): string {
  return `“${words}” weakens nothing: what this line closes is locked for every PM for as long as the line stands. Ask an engineer to take these words out, or the line once it no longer holds.`;
}
