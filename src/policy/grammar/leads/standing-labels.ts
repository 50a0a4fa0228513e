import { aloneForm } from './alone-form.js';
import { readSentenceLead } from './read-lead.js';

/** What a label says of the paths that stand with it; `isOfPms`: it speaks of PMs, so that its yes answers no other question. */
export interface StandingLabel {
  readonly effect: 'allow' | 'pair' | 'forbid';
  readonly isOfPms: boolean;
}

/**
 * What a label says, in lower case and without its colon, or `undefined` where it is not wholly one: "PM alone", "Free for PMs", "Green (PM alone)", "With
 * an engineer", "Closed", or the words over a list that say it by themselves. A bare yes answers any question: which, only labels beside it can tell
 * (`readStandings`).
 */
export function readStandingLabel(words: string): StandingLabel | undefined {
  if (words.length > longest) return undefined;
  const label = words.replace(/[\s:]+$/u, '').replace(numbered, '');
  const [, colour, meaning] = coloured.exec(label) ?? [];
  if (colour !== undefined && meaning !== undefined) {
    const [first, second] = [readPlain(colour), readPlain(meaning)];
    return first?.effect === second?.effect ? second : undefined;
  }
  return readPlain(label) ?? readOfPms(label) ?? readAsLead(label);
}

/**
 * Labels that say together what PMs may change: each is one, one of them refuses, and one speaks of PMs or of an engineer beside them. "Yes" and "No"
 * alone may answer anything. `undefined` for any others.
 */
export function readStandings(labels: readonly (StandingLabel | undefined)[]): readonly StandingLabel[] | undefined {
  const known = labels.filter((label) => label !== undefined);
  const has = (effect: StandingLabel['effect']): boolean => known.some((label) => label.effect === effect);
  const isOfPms = known.some((label) => label.isOfPms && label.effect === 'allow');
  if (known.length < labels.length || !has('forbid') || !(has('pair') || isOfPms)) return undefined;
  return known;
}

const longest = 120;

/** "Level 1: PM alone" */
const numbered = /^(?:level|tier|group|class|category) \d{1,2}(?::| [–-]|\)|\.)? (?=.)/u;

/** "Green (PM alone)": the two say the same. */
const coloured = /^(green|yellow|amber|orange|red|yes|no|free|closed|open|locked) \(([^()]{2,60})\)$/u;

function readPlain(label: string): StandingLabel | undefined {
  const effect = effects.find((each) => forms[each].test(label));
  return effect && { effect, isOfPms: ofPms.test(label) };
}

/** "PMs: full access", "PMs, bring an engineer": a label of theirs. */
function readOfPms(label: string): StandingLabel | undefined {
  const [, said] = theirs.exec(label) ?? [];
  const reading = said === undefined ? undefined : readPlain(said);
  return reading && { ...reading, isOfPms: true };
}

/** "PMs are free to change", "PMs must not change". */
function readAsLead(label: string): StandingLabel | undefined {
  const words = `${label}:`;
  const lead = label === '' ? undefined : readSentenceLead({ tokens: [], source: words, words, isOdd: false, line: 1 });
  if (lead === undefined || (lead.effect === 'allow' && (lead.conditions.length > 0 || lead.label !== '')))
    return undefined;
  return { effect: lead.effect, isOfPms: ofPms.test(label) };
}

const effects = ['allow', 'pair', 'forbid'] as const;
const ofPms = /(?<!\p{L})(?:pms?|product managers?)(?!\p{L})/u;

const pm = '(?:(?:a |the |our )?(?:pms?|product managers?))';
const engineer =
  '(?:us|one of us|(?:an? |one |our |the )?(?:\\p{L}+ )?(?:engineers?|engineering|developers?|devs?|eng\\.?))';
const change = '(?:touch|edit|change)';
const theirs = new RegExp(`^${pm}(?::|,| -)? (.+)$`, 'u');
/** What may stand before the words by which somebody else comes in. */
const yes = `(?:${pm}|yes|ok|okay|can|may|free|open|allowed|editable|in scope|safe|${change})(?: to ${change})?(?: (?:for|to|by) ${pm})?,? `;
/** What something is called that is somebody's. */
const land = '(?:owned|only|territory|area|files|paths)';

const asWhole = (all: readonly string[]): RegExp => new RegExp(`^(?:${all.join('|')})$`, 'u');

const forms = {
  allow: asWhole([
    `(?:for )?${pm}(?:,? ${aloneForm})?(?:,? ${aloneForm})?`,
    `(?:${pm} )?(?:can|may)(?: ${change})?(?:,? ${aloneForm})?`,
    `(?:free|open|yes|ok|okay|green|editable|allowed|safe|in scope|go ahead|self[ -]service|${change})(?: to ${change})?(?: (?:for|to|by) ${pm})?(?:,? ${aloneForm})?`,
    aloneForm,
    'no (?:engineers?|developers?) (?:needed|required|necessary)',
    `green (?:zone|list|area)|pm[ -](?:${land}|safe|editable)|(?:${pm} )?(?:full |write |full write )access`,
    `${pm} (?:work|${change})(?: ${aloneForm})?(?: (?:in|on))?(?: (?:these|this))?(?: ${aloneForm})?`,
  ]),
  pair: asWhole([
    `(?:${yes})?(?:but )?(?:only )?(?:together )?(?:with|and|\\+|&|plus) ${engineer}(?: together| only| support| help)?(?: ${change})?`,
    `${engineer} (?:and|\\+|&|with) ${pm}(?: together)?`,
    `(?:${yes}|only |when )?(?:in )?(?:a )?(?:pairs?|pairing|paired)(?: only| up)?(?: with ${engineer})?`,
    `(?:pair(?:ing)?|engineers?|an engineer|developers?|a developer) (?:is )?(?:needed|required|necessary)|(?:needs|requires) ${engineer}`,
    `(?:please )?(?:ask|find|get|call|grab|bring) ${engineer}(?: first)?`,
    '(?:yellow|amber|orange)(?: (?:zone|list|area))?|together|shared|jointly|joint(?: (?:territory|area|files))?',
  ]),
  forbid: asWhole([
    `(?:never|no|not|not at all|none|nobody|no one|closed|locked|forbidden|prohibited|not (?:allowed|safe|editable)|not ok|off[ -]limits|out of (?:scope|bounds)|hands[ -]off|red(?: (?:zone|list|area))?|ours|can't|cannot|read[ -]only|no (?:write )?access|no changes)(?: ${change})?(?: (?:for|to|by) ${pm})?`,
    `no ${pm}(?: (?:access|changes|edits|write access))?|not ${pm}|${pm} (?:cannot|can't|can not|may not|must not|never|do not|don't)(?: (?:${change}|work))?(?: in)?|not for ${pm}`,
    `(?:please )?(?:(?:do not|don't|never) ${change}(?: (?:it|this|them|these))?|leave (?:(?:it|this|them|these) )?alone|(?:stay|keep) out)`,
    `(?:only |for )?(?:engineers?|developers?|devs?|engineering|eng)(?:[ -](?:only|alone|${land}|edit|change))?`,
  ]),
};
