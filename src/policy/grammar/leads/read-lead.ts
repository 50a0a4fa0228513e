import type { Condition } from '../../policy.js';
import { asksForEngineer, forbids } from '../refusals/forbidding-words.js';
import { findCarveOut } from '../carve-outs.js';
import { takeCondition } from '../known-conditions.js';
import { isPartOfContent } from '../content-limits.js';
import { isKindWord, isLabel } from '../descriptions.js';
import { isPlainWord } from '../words/plain-words.js';
import { aloneForm, someone } from './alone-form.js';
import { readTurnedLead } from './turned-leads.js';
import type { Phrase } from '../phrase.js';

/** What the words over a list say of it; `label`: what they are said to be about, as in "Copy: PMs can touch". */
export type LeadReading =
  | ({ readonly effect: 'allow' } & AllowingLead)
  | { readonly effect: 'pair' }
  | { readonly effect: 'forbid' }
  | { readonly effect: 'unknown' };

/** What the words of a sentence before its first path say of it; `label`: what the place is said to hold. */
export type SentenceLead =
  | ({ readonly effect: 'allow' } & AllowingLead)
  /** `isLabel`: "Locked:", behind which paths alone may stand; `isOrder`: "Do not touch", which may be about what a file holds. */
  | { readonly effect: 'forbid'; readonly isLabel?: true; readonly isOrder?: true }
  | { readonly effect: 'pair' };

/**
 * Reads a lead. It allows only where the whole of it is a known form; a word that forbids is found anywhere in it, so that adding words
 * never opens anything.
 */
export function readLead(phrase: Phrase): LeadReading {
  const allowing = phrase.isOdd ? undefined : readAllowing(phrase.words.replace(yes, ''), phrase.line);
  if (allowing !== undefined) return { effect: 'allow', ...allowing };
  if (withoutPair.test(phrase.words) && !forbids(phrase.source)) return { effect: 'unknown' };
  if (asksForEngineer(phrase.source) || (!phrase.isOdd && inPairs.test(phrase.words))) return { effect: 'pair' };
  if (!phrase.isOdd && withUs.test(phrase.words) && !forbids(phrase.source)) return { effect: 'pair' };
  return forbids(phrase.source) ? { effect: 'forbid' } : { effect: 'unknown' };
}

/**
 * Reads the words of a sentence before its first path ("PMs may edit", "A PM may not change", "Together with an engineer:"), or gives
 * `undefined` where they are not wholly one of these.
 */
export function readSentenceLead(phrase: Phrase): SentenceLead | undefined {
  if (phrase.isOdd) return undefined;
  for (const { words, label } of splitPlace(phrase.words)) {
    const allowing = readAllowing(words, phrase.line);
    if (allowing !== undefined) return { effect: 'allow', ...allowing, label: label || allowing.label };
  }
  const { words } = phrase;
  const turned = refusing.test(words) ? 'forbid' : readTurnedLead(words);
  if (turned !== undefined) return { effect: turned };
  if (refusingOrder.test(words)) return { effect: 'forbid', isOrder: true };
  if (refusingLabel.test(words)) return { effect: 'forbid', isLabel: true };
  const isOfPair = asksForEngineer(words) || (withUs.test(words) && !forbids(words));
  return /:$/u.test(words) && isOfPair && !withoutPair.test(words) && !/[.;,]/u.test(words)
    ? { effect: 'pair' }
    : undefined;
}

/** "PMs can touch the texts in", "PMs can touch texts:": the words without a place or a kind at their end, and what that is said to hold. */
function splitPlace(words: string): readonly { readonly words: string; readonly label: string }[] {
  const names = words.split(' ');
  const [, before, kind = ''] = /^(.{1,120}) (\p{L}{1,40}):$/u.exec(words) ?? [];
  if (before !== undefined && isLabel(kind, ['']))
    return [
      { words, label: '' },
      { words: before, label: kind },
    ];
  const lengths = / (?:in|under|below|inside)$/u.test(words) ? [2, 3, 4, 5] : [];
  const places = lengths.map((length) => ({
    words: names.slice(0, -length).join(' '),
    kind: names.slice(-length, -1).join(' '),
    label: names.slice(-length).join(' '),
  }));
  return [{ words, label: '' }, ...places.filter(({ kind: each }) => isLabel(each, ['']))];
}

/** Signs at the end that only say yes: "PMs can touch ✅". */
const yes = /(?<=[^\s✅✔☑✓🟢👍]) ?[✅✔☑✓🟢👍]+(?=:?$)/u;

const engineer = '(?:an?|one|the|our) (?:\\p{L}+ )?(?:engineer|developer)';

/** Nothing but that it is done in pairs. */
const inPairs =
  /^(?:(?:only |just )?in (?:a )?pairs?(?: only)?|(?:and |only )*(?:together )?with one of us(?: (?:beside|next to|with|at the side of) you)?)[\s:.!]*$/u;

/** "What a PM can change with one of us:", "PMs may change if a developer reviews the change:" */
const withUs = new RegExp(
  `(?<!\\p{L})(?:(?:together )?with (?:one of )?us|with (?:the )?(?:(?:help|support) of|(?:a )?review (?:by|of)) ${engineer}|(?:and|if|when|once) ${engineer} (?:reviews?|checks?|helps|has (?:reviewed|checked))(?: (?:it|this|them|the (?:change|diff|pull request)))?(?:,? line by line)?)[\\s:]*$`,
  'u',
);

/** The conditions of a lead that allows, or `undefined` where the words are not wholly such a lead. */
export function parseAllowingLead(words: string, line: number): readonly Condition[] | undefined {
  return readAllowing(words, line)?.conditions;
}

/** What a lead that allows demands and is said to be about. */
interface AllowingLead {
  readonly conditions: readonly Condition[];
  readonly label: string;
}

/** Signs of a lead that is a known form; a longer text is none, whatever it says. */
const longestLead = 2000;

function readAllowing(words: string, line: number): AllowingLead | undefined {
  if (words.length > longestLead) return undefined;
  const { label, rest, isFree } = splitLabel(words);
  const plain = rest.replace(zoneName, '');
  if (plain === '' && words !== '') return { conditions: [], label };
  const start = (isFree ? [...openings, change] : openings).map((opening) => opening.exec(plain)?.[0].length ?? 0);
  const longest = Math.max(...start);
  const conditions = longest === 0 ? undefined : parseRest(plain.slice(longest), line);
  return conditions && { conditions, label };
}

/** A kind of file before a lead, and what follows it; `isFree`: a word instead that only says once more that PMs are free. */
function splitLabel(words: string): { readonly label: string; readonly rest: string; readonly isFree: boolean } {
  const [, label = ''] = /^([\p{L}' ]{1,40}?)(?:[.,:]| [–-]) (?=\S)/u.exec(words) ?? [];
  const rest = words.slice(label.length + 1).replace(/^[\s.,:–-]+/u, '');
  const isFree = freely.test(label);
  if (label === '' || zoneName.test(rest) || !(isFree || isLabel(label, [''])))
    return { label: '', rest: words, isFree };
  return { label: isFree ? '' : label, rest, isFree };
}

/** The conditions of what may follow a permission, or `undefined` for other words: known conditions, that nobody else is needed, and what holds for everything else. */
export function parseRest(words: string, line: number): readonly Condition[] | undefined {
  const conditions: Condition[] = [];
  let rest = words;
  while (!end.test(rest)) {
    const plain = aside.exec(rest) ?? otherwise.exec(rest);
    const known =
      plain === null
        ? (takeCondition(rest, line) ?? takeNarrowing(rest, line) ?? takeFreeText(rest, line))
        : { rest: rest.slice(plain[0].length) };
    if (known === undefined) return undefined;
    if ('condition' in known) conditions.push(known.condition);
    rest = known.rest;
  }
  return conditions;
}

/** Labels that only say once more that PMs are free: "Solo: PMs can touch", "Green: change it and open a PR". */
const freely =
  /^(?:solo|alone|green|open|free|freely|yes|on their own|you (?:can|may) \p{L}+ these(?: (?!only$)\p{L}+)?)$/u;

/** "Values only", "only the wording": a condition of the change that names a part of a file's content. */
function takeNarrowing(words: string, line: number): ReturnType<typeof takeCondition> {
  const [found, text = ''] = narrowing.exec(words) ?? [];
  if (
    found === undefined ||
    !text.split(' ').every((word) => word === 'only' || isPlainWord(word) || isKindWord(word) || isPartOfContent(word))
  )
    return undefined;
  return { condition: { kind: 'free-text', text, line }, rest: words.slice(found.length) };
}

/** "After a lawyer has said yes": any other words behind a permission, unless they may take it back. */
function takeFreeText(words: string, line: number): ReturnType<typeof takeCondition> {
  const [limited, parts = '', part = ''] = limit.exec(words) ?? [];
  if (limited !== undefined && isPartOfContent(part))
    return { condition: { kind: 'free-text', text: parts, line }, rest: words.slice(limited.length) };
  const [usual, review = ''] = asUsual.exec(words) ?? [];
  if (usual !== undefined)
    return { condition: { kind: 'free-text', text: review, line }, rest: words.slice(usual.length) };
  const [found, text = ''] = freeText.exec(words) ?? [];
  if (found === undefined || findCarveOut(text) !== undefined || closing.test(text)) return undefined;
  return { condition: { kind: 'free-text', text: text.trim(), line }, rest: words.slice(found.length) };
}

const freeText =
  /^(?:(?:\s*[,;–(]|\s-\s|:\s*\()\s*(?=(?:in every case |but )?(?:on non-|(?:always|behind|with a|after|once|when|if|as long as|so long as|as (?:listed|named|set out)|provided|within|in|inside|for|only|using|on condition|subject to|one|each|at most|up to) ))|\s(?=(?:after|once|when|if|as long as|so long as|provided|on condition|subject to|behind an?|with (?:care|conditions|limits)[\s:]*$) ?))([ -+\--9;-~]+?)(?=,|[\s):]*\.?$)/u;

/** "(normal review applies)" */
const asUsual =
  /^[\s:]*\(((?:the )?(?:normal|usual|ordinary|standard) (?:code )?(?:reviews?|checks|rules)(?: still)? appl(?:y|ies))\)(?=[\s:]*$)/u;

/** "(text, not types)", "words, never keys": what of the content may change, and what may not. */
const limit = /^(?:\s*[,;–]|\s-\s|[\s:]*\()\s*((?:the )?\p{L}+, (?:not|never|no) (?:the )?(\p{L}+))(?=[\s):]*$)/u;

/** Whoever else has a say: that is no condition of the change, but of who makes it. */
const closing =
  /(?<![\p{L}])(?:engineer\w*|pair\w*|dev|developers?|erin|nobody|draft|pending|proposed|future|later|20\d\d)(?![\p{L}])|[.?!]/u;

const narrowing = /^[\s,;–(-]*(?:but )?((?:only )?(?:\p{L}+ ){1,3}only|only(?: \p{L}+){1,3})(?=[\s):.,]*$)/u;

const pms = String.raw`(?:(?:(?:a|an|the|our|all|any|both|two|these|pilot) )*(?:pms?|product(?: and (?!engineering)\p{L}+)? managers?|product(?: team)?|(?:every|any)(?:one|body) (?:in|from|on) (?:the )?product(?: team)?)(?: \((?:pms?|product managers?)\))?(?: and (?:the |our )?(?:(?:content|copy|product|ux|ui|game|narrative|level|service|visual|brand|marketing|support|localisation|localization|learning|editorial) )?(?:designers|writers|copywriters|editors|producers|translators|analysts|marketers|researchers|content team|design team|editorial team|marketing team|support team))?(?:(?:,? and| \(and) (?:their |the )?(?:coding )?agents?(?: (?:acting|working|that act|that work) for (?:them|a pm|pms))?\)?)?)`;
const what = String.raw`(?:(?:(?:here is|here's|this is|below is) )?(?:what|which|files?|paths?|folders?|areas?|places|things|globs|these|the|that|following) )*`;
const modal =
  '(?:can|may|are allowed to|are permitted to|have the right to|have permission to|are free to|are welcome to|is welcome to|is allowed to)';
const how = '(?:(?:also|always|only|directly|freely|safely|independently|themselves) )*';
const edit = '(?:touch|edit|change|modify|update|amend|adjust|adapt)';
const verb = String.raw`(?:${edit}(?:(?:,| and| or|, or|, and|/) ?${edit})*|(?:directly )?(?:author|push|open) (?:prs|pull requests) (?:that|which) ${edit}|(?:author|make|ship|commit|push) changes (?:to|in)|(?:commit|push) to|work on|open (?:prs|pull requests) (?:against|for|in))`;
const object = String.raw`(?: (?:in|to))?(?: only)?(?: (?:any of )?(?:these|the following|following|the next|the))?(?: (?:files?|paths?|folders?|globs?|places|areas))?(?: (?:below|here))?(?: (?:anything|everything|files|all files) (?:in|under|below|inside))?(?: only)?`;

/** The beginnings of a lead that allows, each a whole permission by itself. */
const openings = [
  `${what}${pms} ${modal} ${how}${verb}${object}`,
  `(?:can|may) ${how}${verb}${object}`,
  `as an? (?:pms?|product manager),? you (?:can|may) ${how}${verb}${object}`,
  `${what}(?:can|may) be (?:freely )?(?:touched|edited|changed|modified|updated|amended|adjusted|adapted)(?: by ${pms})?`,
  String.raw`(?:(?:green|open|free|yes)(?: (?:zone|list|light|files|paths))? \()?(?:go ahead|go for it|help yourselves?)\)?`,
  String.raw`(?:pm[ -])?(?:freely )?(?:editable|allowed|permitted)(?: (?:files|paths|folders))?(?: (?:by|for|to) ${pms})?`,
  `open (?:for|to) ${pms}|${pms} have write access to`,
  `free to ${edit}|(?:ok|okay|fine|safe)(?: to ${edit})? for ${pms}`,
  // What else is not theirs is closed in any case.
  `${what}only the following(?: files| paths| folders)? (?:can|may) be (?:touched|edited|changed|modified|updated) by ${pms}`,
  `${pms} ${modal} ${how}${verb} only (?:what|the (?:files|paths|folders)(?: that| which)?) (?:is|are) (?:listed|named)(?: here| below)?`,
].map((form) => new RegExp(`^${form}(?![\\p{L}\\p{N}'-])`, 'u'));

/** Behind a label that says that they are free. */
const change =
  /^(?:change|edit|touch) (?:it|these|them)(?: freely| yourself)?(?:,? and (?:open|send|make) an? (?:pr|pull request))?(?![\p{L}\p{N}'-])/u;

const refusing = new RegExp(
  `^(?:${what}${pms}|as an? (?:pm|product manager),? you) (?:cannot|can not|can't|may not|must not|mustn't|should not|shouldn't|(?:can |may |must |should )?never|do not|don't) ${verb}${object}(?: (?:anything|everything) (?:in|under))? ?:?$|^${what}(?:cannot|can not|can't|may not|must not) be (?:touched|edited|changed|modified|updated) by ${pms} ?:?$`,
  'u',
);

/** "In particular, do not touch `src/auth/**`." */
const refusingOrder = new RegExp(
  `^(?:(?:in particular|especially|above all|also|and|so|please|but),? )*(?:do not|don't|never) (?:ever )?${edit}(?:(?:,| and| or|, or|/) ?${edit})*(?: (?:files|anything|everything))?(?: (?:in|under|below|inside))?$`,
  'u',
);

/** "Locked: `src/auth/**`" */
const refusingLabel =
  /^(?:(?:always |strictly )?(?:locked|forbidden|prohibited|not (?:editable|allowed)|off[ -]limits|hands off|read[ -]only)(?: (?:for|to|by) (?:the |our |all )?(?:pms|product managers))?):$/u;

/** The zone's own name, alone or before a permission. */
const zoneName =
  /^(?:in )?(?:the )?pm[ -]zone(?: files| paths)?(?: \((?:explicit and bounded|strictly bounded|pilot)\))?(?:$|[.:–-]+\s*(?=.))/u;

const aside = new RegExp(
  String.raw`^(?:[\s,;–-]*(?:and )?(?:${aloneForm}|without (?:a |any )?(?:feature )?flags?)|[\s,;–-]*no (?:${someone}|review|approval|pairing)(?: (?:from|by) ${someone})? (?:needed|required)|[\s:]{0,2}[([](?:no (?:${someone}|review|approval|pairing)(?: (?:from|by) ${someone})? (?:needed|required)|without ${someone}|${aloneForm}|codeowners[ -](?:level|enforced))[)\]])(?![\p{L}\p{N}'-])`,
  'u',
);

/** "What they can change without pairing:" and "Without an engineer:" mean no list for pairs, and are no known form by themselves. */
const withoutPair =
  /(?<!\p{L})(?:can|may) (?:touch|change|edit|modify|update) without pairing[\s:]*$|^(?:(?:for )?(?:the )?(?:pms?|product managers?),? )?without (?:an? |any )?(?:engineers?|developers?)[\s:]*$/u;

/** "Everything else needs an engineer": what no list opens is closed in any case. */
const otherwiseForm = String.raw`(?:(?:everything|anything|any file|all|every file|whatever(?: is)?) (?:else|not (?:listed|named|mentioned)(?: (?:here|below|above))?)|(?:the rest|all other files|all other paths|any other file|any other path)(?: not (?:listed|named|mentioned)(?: (?:here|below|above))?)?)(?: (?:in (?:the|this) (?:repo|repository|codebase)))?(?: is| are)? (?:(?:needs|requires|is for|stays with|belongs to|goes through|goes to|is owned by|remains with|must go through) (?:${someone}|the engineers|the engineering team)|off[ -]limits|locked|closed|engineering[ -]only|engineering only|out of scope|out of bounds|engineering's|needs pairing|pair(?:ing)? only)`;
const otherwise = new RegExp(String.raw`^[\s,;.(–-]*(?:and )?${otherwiseForm}\)?(?![\p{L}\p{N}'-])`, 'u');

const end = /^[\s:.)]*$/u;
