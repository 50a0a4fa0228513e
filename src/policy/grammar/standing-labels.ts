/** What a label says of the paths that stand with it; `isOfPms`: it speaks of PMs, so that its yes answers no other question. */
export interface StandingLabel {
  readonly effect: 'allow' | 'pair' | 'forbid';
  readonly isOfPms: boolean;
}

/**
 * What a label says, in lower case and without its colon, or `undefined` where it is not wholly one: "PM alone", "Free for PMs", "Green (PM alone)", "With
 * an engineer", "Closed". A bare yes answers any question: which, only labels beside it can tell (`readStandings`).
 */
export function readStandingLabel(words: string): StandingLabel | undefined {
  if (words.length > longest) return undefined;
  const label = words.replace(/[\s:]+$/u, '');
  const [, colour, meaning] = coloured.exec(label) ?? [];
  if (colour !== undefined && meaning !== undefined) {
    const [first, second] = [readPlain(colour), readPlain(meaning)];
    return first?.effect === second?.effect ? second : undefined;
  }
  return readPlain(label);
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

/** "Green (PM alone)": the two say the same. */
const coloured = /^(green|yellow|amber|orange|red|yes|no|free|closed|open|locked) \(([^()]{2,60})\)$/u;

function readPlain(label: string): StandingLabel | undefined {
  const effect = effects.find((each) => forms[each].test(label));
  return effect && { effect, isOfPms: ofPms.test(label) };
}

const effects = ['allow', 'pair', 'forbid'] as const;
const ofPms = /(?<!\p{L})(?:pms?|product managers?)(?!\p{L})/u;

const pm = '(?:(?:a |the |our )?(?:pms?|product managers?))';
const engineer = '(?:us|one of us|(?:an? |one |our |the )?(?:\\p{L}+ )?(?:engineers?|developers?|devs?|eng\\.?))';
const alone = '(?:alone|solo|freely|free|on (?:their|your) own|by themselves|themselves|any time|at any time)';
const change = '(?:touch|edit|change)';
/** What may stand before the words by which somebody else comes in. */
const yes = `(?:${pm}|yes|ok|okay|can|may|free|open|allowed|editable|${change})(?: to ${change})?(?: (?:for|to|by) ${pm})?,? `;

const asWhole = (all: readonly string[]): RegExp => new RegExp(`^(?:${all.join('|')})$`, 'u');

const forms = {
  allow: asWhole([
    `${pm}(?:,? ${alone})?(?:,? ${alone})?`,
    `(?:${pm} )?(?:can|may)(?: ${change})?(?:,? ${alone})?`,
    `(?:free|open|yes|ok|okay|green|editable|allowed|safe|go ahead|self[ -]service|${change})(?: to ${change})?(?: (?:for|to|by) ${pm})?(?:,? ${alone})?`,
    alone,
  ]),
  pair: asWhole([
    `(?:${yes})?(?:but )?(?:only )?(?:together )?(?:with|and|\\+|&|plus) ${engineer}(?: together| only)?`,
    `${engineer} (?:and|\\+|&|with) ${pm}(?: together)?`,
    `(?:${yes}|only |when )?(?:in )?(?:a )?(?:pairs?|pairing|paired)(?: only| up)?(?: with ${engineer})?`,
    `(?:pair(?:ing)?|engineers?|an engineer|developers?|a developer) (?:is )?(?:needed|required|necessary)|(?:needs|requires) ${engineer}`,
    `(?:please )?(?:ask|find|get|call|grab) ${engineer}(?: first)?`,
    'yellow|amber|orange|together',
  ]),
  forbid: asWhole([
    `(?:never|no|not|not at all|none|nobody|no one|closed|locked|forbidden|prohibited|not allowed|off[ -]limits|hands[ -]off|red|ours|can't|cannot|read[ -]only)(?: ${change})?(?: (?:for|to|by) ${pm})?`,
    `no ${pm}(?: access)?|not ${pm}|${pm} (?:cannot|can't|can not|may not|must not|never|do not|don't)(?: ${change})?|not for ${pm}`,
    `(?:please )?(?:(?:do not|don't|never) ${change}(?: (?:it|this|them|these))?|leave (?:(?:it|this|them|these) )?alone|(?:stay|keep) out)`,
    `(?:only )?(?:engineers?|developers?|devs?|engineering|eng)(?: only| alone)?`,
  ]),
};
