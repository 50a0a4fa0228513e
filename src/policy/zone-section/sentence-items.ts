import { findNamedPaths } from '../list-items/close-paths.js';
import { isNeutral } from '../grammar/neutral-prose.js';
import { isSentence, toPhrase } from '../grammar/phrase.js';
import { splitSentences } from '../grammar/split-sentences.js';
import type { TextToken } from '../grammar/tokenize.js';
import type { KnownSentence } from './prose/known-sentence.js';
import { applySentence, readKnownSentence } from './prose/read-known-sentence.js';
import { keepNamed } from './prose/keep-named.js';
import { isPlainDemand } from './prose/plain-demand.js';
import type { SectionListItem } from './section-list-item.js';
import { addProse, type Lead, type SectionWalk } from './section-walk.js';

/**
 * A lead that tells whether each item under it speaks for itself: one that nobody understands may be about its neighbours, and then none of
 * them opens anything. Under a lead that allows, one of them has to say so again, or what the list means is not plain.
 */
export function withSentences(walk: SectionWalk, items: readonly SectionListItem[], lead: Lead): Lead {
  const known = items.map(({ tokens }) => knownSentences(walk, tokens));
  const areKnown = items.every(
    ({ tokens, nested, box }, at) =>
      box === undefined &&
      nested.length === 0 &&
      (known[at] !== undefined || isNeutral(toPhrase(tokens)) || isPlainDemand(toPhrase(tokens))),
  );
  const isSaid =
    lead.effect === 'allow'
      ? known.flat().some((each) => each?.effect === 'allow')
      : lead.effect === 'unknown' && lead.words === undefined;
  return { ...lead, isOfSentences: areKnown && isSaid };
}

/** An item of a list in which each is a known sentence, demands something of each change, or says nothing. */
export function readSentence(walk: SectionWalk, { tokens }: SectionListItem, lead: Lead): void {
  const sentences = knownSentences(walk, tokens);
  for (const sentence of sentences ?? []) applySentence(walk, sentence, { ...lead, effect: 'open' });
  if (sentences !== undefined) return;
  if (isNeutral(toPhrase(tokens))) keepNamed(walk, toPhrase(tokens), lead.words);
  else addProse(walk, tokens);
}

/** The known sentences of an item, each by itself or all as one, whose end is said of all its paths; `undefined` where it is none. */
function knownSentences(walk: SectionWalk, tokens: readonly TextToken[]): readonly KnownSentence[] | undefined {
  const sentences = splitSentences(tokens).map(toPhrase);
  const known = sentences.map((sentence) => readKnownSentence(walk, sentence));
  if (sentences.every((sentence, at) => known[at] !== undefined || isNeutral(sentence))) {
    const found = known.filter((each) => each !== undefined);
    return found.length === 0 ? undefined : found;
  }
  const whole = readKnownSentence(walk, toPhrase(tokens));
  return whole && [whole];
}

/** An item that names a path, opens nothing and is a sentence may be about more than that path: "- See x/y.md, which overrules this." */
export function keepSentence(walk: SectionWalk, { tokens }: SectionListItem, before: number): void {
  const isClosed = walk.rules.length > before && walk.rules.slice(before).every(({ effect }) => effect !== 'allow');
  const phrase = toPhrase(tokens);
  if (
    isClosed &&
    findNamedPaths(tokens).length > 0 &&
    tokens[0]?.kind === 'text' &&
    isSentence(phrase) &&
    !isNeutral(phrase)
  )
    addProse(walk, tokens);
}
