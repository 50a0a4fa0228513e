import { normalizeWords, toPlainText, type TextToken } from './tokenize.js';

/** What a lead (the words above a list) says of the list. */
export type LeadEffect = 'allow' | 'forbid';

/**
 * Reads a lead, negation first and by whole words (design §3, "Lists"). Struck-out words still forbid and never allow.
 * A lead that excepts something, or that speaks of what engineers can do, forbids: read as an allow it would open the
 * opposite of what was meant.
 */
export function parseLead(tokens: readonly TextToken[]): LeadEffect | undefined {
  const words = normalizeWords(toPlainText(tokens));
  if (forbids(words)) return 'forbid';
  return allows(normalizeWords(toPlainText(tokens.filter(({ struck }) => !struck)))) ? 'allow' : undefined;
}

/** What the words above or beside something say of it: they exclude PMs, or they are a lead. */
export function parseEffect(tokens: readonly TextToken[]): LeadEffect | undefined {
  return excludesPms(tokens) ? 'forbid' : parseLead(tokens);
}

/**
 * Whether words exclude PMs and nothing in them lets PMs in: "Locked:", "Read-only", "Ask engineering first". Beside a
 * "can" the same words are a condition ("restricted to their feature folder").
 */
export function excludesPms(tokens: readonly TextToken[]): boolean {
  const words = normalizeWords(toPlainText(tokens));
  return forbids(words) || (!allows(words) && closings.some((closing) => closing.test(words)));
}

/** Whether the lead says both, as in "Files PMs Can and Cannot Touch": a title above several lists rather than the lead of one. */
export function allowsAndForbids(tokens: readonly TextToken[]): boolean {
  const words = normalizeWords(toPlainText(tokens));
  return forbids(words) && allows(words.replace(/\bcan not\b/gu, ' '));
}

/** Whether a heading says that PMs can or may, and does not only name their zone. */
export function grantsPermission(tokens: readonly TextToken[]): boolean {
  return (
    parseLead(tokens) === 'allow' &&
    /(?<![\p{L}\p{N}])(?:can|may)(?![\p{L}\p{N}])/u.test(normalizeWords(toPlainText(tokens)))
  );
}

/** Whether the words beside a path only refuse: "off limits", "never", "engineering only", a sign. */
export function isPlainRefusal(tokens: readonly TextToken[]): boolean {
  const words = normalizeWords(toPlainText(tokens))
    .replace(/[^\p{L}\p{N}'-]+/gu, ' ')
    .trim();
  return words === '' ? refusalSign.test(toPlainText(tokens)) : plainNo.test(words);
}

const plainNo =
  /^-? ?(?:(?:is|are|stays?|remains?) )?(?:strictly )?(?:never|no|nope|none|not (?:allowed|editable|permitted|for pms?)|off[ -]limits|out of bounds|hands[ -]off|no[ -]go|forbidden|prohibited|locked|restricted|blocked|protected|frozen|read[ -]?only|(?:engineering|engineers?|devs?|developers?)[ -]only|(?:owned by|belongs to) (?:engineering|engineers)|(?:(?:the )?(?:pilot )?pms? )?(?:do not|don't|never|cannot|can not|can't|may not|must not|mustn't) (?:be )?(?:touch|touched|edit|edited|change|changed)(?: (?:it|this|these|them))?)$/u;

/** Signs that plainly mean no. */
export const refusalSign = /[🚫❌❎✖✗✘⛔🛑🔒]/u;

const negations = [
  refusalSign,
  /(?<![\p{L}\p{N}])(?:cannot|cant|not|never|nor|neither|none|nobody|nothing|noone|no-one|avoid|refrain|forbid|forbidden|forbids|prohibited|disallowed|denied|banned)(?![\p{L}\p{N}])/u,
  /n't(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:dont|mustnt|wont|shouldnt)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:engineering|engineers?|developers?|devs?|admins?)[ -](?:zone|only|owned)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])only (?:the )?(?:engineering|engineers?|developers?|devs?|admins?)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:only|solely|exclusively|just) by (?!(?:the |a )?(?:pms?|pilot|product)(?![\p{L}\p{N}]))/u,
  /(?<![\p{L}\p{N}])by (?:the )?(?:engineering|engineers?|developers?|devs?|admins?)(?: team)? (?:only|alone)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:off[ -]limits|no[ -]go|hands[ -]off|stay out|keep out|leave alone|out of bounds|out of scope|outside the pm[ -]zone)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])no (?:access|changes?|edits?|editing|touching|pms?|pilot pms?|one|longer|circumstances?|way|means)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:except|excepting|excluding|excludes|unless|other than|apart from|aside from|(?:anything|everything|all) but)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:engineers?|engineering|developers?|devs?|teams?|admins?)(?: and [a-z]+| team)? (?:can|may)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])only (?!pms? |pilot |product |can |may |the pms? |the pilot )[^.:;]{0,80}(?<![\p{L}\p{N}])(?:can|may)(?![\p{L}\p{N}])/u,
] as const;

/** Words that exclude PMs unless a "can" stands beside them. */
const closings = [
  /(?<![\p{L}\p{N}-])(?:locked|restricted|reserved|blocked|barred|protected(?![ -]data)|excluded|exclusions?|exceptions?|excepted|read[ -]?only|frozen|sensitive)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:stay away|keep away|steer clear|ask (?:first|before|engineering|an engineer)|(?:needs?|requires?) (?:an? )?(?:engineer|engineers|engineering|approval|permission)|(?:belongs?|left|leave (?:it|them|this|these)?) to (?:the )?(?:engineers?|engineering)|for (?:the )?(?:engineers?|engineering|developers?))(?![\p{L}\p{N}])/u,
] as const;

function forbids(words: string): boolean {
  return negations.some((negation) => negation.test(words));
}

function allows(words: string): boolean {
  return (
    /(?<![\p{L}\p{N}])(?:can|may|pm[ -]zone)(?![\p{L}\p{N}])/u.test(words) &&
    !(looking.test(words) && !editing.test(words)) &&
    !(ofOthers.test(words) && !ofPms.test(words))
  );
}

/** "PMs can view", "may comment on": no permission to edit. */
const looking =
  /(?<![\p{L}\p{N}])(?:can|may) (?:(?:also|always|already|only|freely|just|still) )?(?:read|view|see|look|inspect|browse|comment|discuss|suggest|propose|request|ask|run|deploy|approve|merge|review|test|use|import|reference|search)(?![\p{L}\p{N}])/u;

const editing =
  /(?<![\p{L}\p{N}])(?:edit|edits|touch|change|modify|update|author|write|rewrite|reword|fix|add|adjust|tweak|own|maintain|create|rename|delete|remove|ship|translate|work on)(?![\p{L}\p{N}])/u;

/** "AI agents may edit", "Customers can see". */
const ofOthers =
  /(?<![\p{L}\p{N}])(?:users?|customers?|clients?|visitors?|agents?|assistants?|ai|claude|copilot|cursor|bots?|tools?|ci|compiler|designers?|marketing|sales|support|legal|qa|ops|interns?|contractors?|vendors?|partners?)(?: and [\p{L}]+)? (?:can|may)(?![\p{L}\p{N}])/u;

const ofPms = /(?<![\p{L}\p{N}])(?:pms?|product managers?|pilots?|you)(?![\p{L}\p{N}])/u;
