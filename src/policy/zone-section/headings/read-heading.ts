import type { Condition } from '../../policy.js';
import type { Phrase } from '../../grammar/phrase.js';
import { forbids } from '../../grammar/refusals/forbidding-words.js';
import { readLead } from '../../grammar/leads/read-lead.js';
import { isZoneTitle } from '../../grammar/zone-title.js';

/** What a heading in the section says of the lists under it. */
export type HeadingReading =
  | { readonly kind: 'allow'; readonly conditions: readonly Condition[]; readonly label: string }
  | { readonly kind: 'folder'; readonly glob: string }
  /** `neutral` says nothing; a `label` is a kind of file or any other words, which only the globs under it can tell. */
  | { readonly kind: 'title' | 'pair' | 'forbid' | 'neutral' | 'label' };

/** Whether words are only a title of a part of the section. */
export function isNeutralTitle(words: string): boolean {
  return neutral.test(words.replace(/:$/u, ''));
}

/** Reads a heading in a PM-zone section. */
export function readHeading(phrase: Phrase): HeadingReading {
  if (!phrase.isOdd && isNeutralTitle(phrase.words)) return { kind: 'neutral' };
  if (!phrase.isOdd && isZoneTitle(phrase.words))
    return { kind: phrase.words.includes('cannot') ? 'neutral' : 'title' };
  const lead = readLead(phrase);
  if (
    lead.effect === 'forbid' &&
    ofOwner.test(phrase.words) &&
    !phrase.isOdd &&
    !forbids(phrase.source.replace(ofOwner, ''))
  )
    return { kind: 'label' };
  if (lead.effect !== 'unknown')
    return lead.effect === 'allow'
      ? { kind: 'allow', conditions: lead.conditions, label: lead.label }
      : { kind: lead.effect };
  const [only, ...more] = phrase.tokens.filter(({ text }) => text.trim() !== '');
  return only?.kind === 'code' && more.length === 0 && !phrase.isOdd
    ? { kind: 'folder', glob: only.text }
    : { kind: 'label' };
}

/** "Copy (owned by Content Design)" says who has the last word on what stands under it, which is a condition of it. */
const ofOwner = / \((?:owned by|owner:?) (?!engineering|engineers)[\p{L}\p{N} &@/-]{1,40}\)$/iu;

/** Titles that name a part of the section, and neither open nor close anything. */
const neutral =
  /^(?:(?:the )?(?:pm[ -]zone )?(?:(?:pilot |pm )?roster|settings|overview|background|scope|details|rules|paths|files|file access|access|permissions|rights|looks|logic|common|general|boundaries|boundary|the (?:lists|rules|boundaries|zone)|lists|tl;?dr|summary|contacts?|pilot pms|people|who(?: is who)?|who may ship|who (?:may|can) (?:do|change|edit|touch) what|conditions|notes?|how (?:it|this) works|in short|at a glance))$/u;
