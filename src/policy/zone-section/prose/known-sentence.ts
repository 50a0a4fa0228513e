import { closePaths } from '../../list-items/close-paths.js';
import { readForbidItem } from '../../list-items/read-forbid-item.js';
import { readAllowItem } from '../../list-items/read-allow-item.js';
import { toPhrase, type Phrase } from '../../grammar/phrase.js';
import { readSentenceLead, type SentenceLead } from '../../grammar/read-lead.js';
import { splitInline } from '../../grammar/split-inline.js';
import type { TextToken } from '../../grammar/tokenize.js';
import { addProse, addRules, type SectionWalk } from '../section-walk.js';

/** A sentence that is wholly a permission or a refusal with its paths. */
export interface KnownSentence {
  readonly effect: SentenceLead['effect'];
  readonly lead: SentenceLead;
  readonly items: readonly (readonly TextToken[])[];
}

/** Reads "PMs can touch `a` and `b`." as a lead with its items, or gives `undefined` for any other sentence. */
export function readKnownSentence(sentence: Phrase, before?: KnownSentence): KnownSentence | undefined {
  const start = sentence.tokens.findIndex(({ kind }) => kind === 'code');
  if (start < 0 || sentence.isOdd) return undefined;
  const words = toPhrase(sentence.tokens.slice(0, start));
  // "They may also edit …" behind a sentence about PMs is about them.
  const isOfSame = before?.effect === 'allow' && /^they (?:can|may) also /u.test(words.words);
  const lead = readSentenceLead(isOfSame ? { ...words, words: words.words.replace(/^they/u, 'pms') } : words);
  return lead === undefined
    ? undefined
    : { effect: lead.effect, lead, items: splitInline(sentence.tokens.slice(start)) };
}

/** Adds what such a sentence opens and closes; a heading over it that closes holds over what it opens. */
export function applySentence(walk: SectionWalk, { lead, items }: KnownSentence): void {
  const kinds = walk.headings.map(({ reading }) => reading.kind);
  for (const item of items) {
    // A sentence that begins with a small letter is taken for the end of the one before.
    if (lead.effect !== 'allow' && item.some(({ kind, text }) => kind === 'text' && /[.!?]\s+\p{L}/u.test(text)))
      addProse(walk, item);
    if (lead.effect === 'forbid' || kinds.includes('forbid')) addRules(walk, readForbidItem(item, true));
    else if (lead.effect === 'pair' || kinds.includes('pair'))
      addRules(walk, closePaths({ ...toPhrase(item), source: '' }, undefined));
    else if (lead.effect === 'allow')
      addRules(walk, readAllowItem(item, { conditions: lead.conditions, labels: [lead.label] }));
  }
}
