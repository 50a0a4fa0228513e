import type { Condition, ConditionKind } from '../policy.js';
import { isPartOfContent } from './content-limits.js';
import { isKindWord } from './descriptions.js';
import { normalizeWords } from './tokenize.js';
import { isAdjectives, isPlainWord } from './words/plain-words.js';

/** A phrase in lower case without the conditions that are known, and these. */
export function takeKnown(phrase: string): { readonly rest: string; readonly kinds: readonly KnownWords[] } {
  const kinds: KnownWords[] = [];
  let rest = normalizeWords(phrase);
  for (const { kind, words } of known) {
    rest = rest.replace(words, (match) => {
      if (kind === 'additions-only' && !isOfAdditions(match)) return match;
      kinds.push({ kind, words: match.trim() });
      return ' ';
    });
  }
  return { rest, kinds };
}

export interface KnownWords {
  readonly kind: ConditionKind;
  readonly words: string;
}

/** A text in lower case without the conditions that are known by their words. */
export function withoutKnownConditions(words: string): string {
  return known.reduce((rest, { words: pattern }) => rest.replace(pattern, ' '), words);
}

/** The known condition that a text in lower case begins with, and the rest of it. */
export function takeCondition(
  words: string,
  line: number,
): { readonly condition: Condition; readonly rest: string } | undefined {
  for (const { kind, words: pattern } of known) {
    const [found] = new RegExp(`^[\\s,;:(–-]*(?:and |but )?(?:${pattern.source})\\)?`, 'u').exec(words) ?? [];
    if (found === undefined) continue;
    const text = found.replace(/^[\s,;:(–-]+|[\s)]+$/gu, '');
    return { condition: { kind, text, line }, rest: words.slice(found.length) };
  }
  return undefined;
}

/** Whether what is new is a kind of thing: "new lawyer-approved texts only" and "new internal pages only" ask for more. */
function isOfAdditions(words: string): boolean {
  const things = words.replaceAll(/(?<![a-z])(?:new|only|additions?|append(?:s|ing)?|add)(?![a-z])/gu, ' ');
  return things
    .split(/[^a-z]+/u)
    .every(
      (word) =>
        word === '' ||
        (!isAdjectives([word]) &&
          !participle.test(word) &&
          (isKindWord(word) || isPlainWord(word) || isPartOfContent(word))),
    );
}

/** "Translated", "approved" */
const participle = /ed$/u;

const who = String.raw`(?:that |which )?(?:they|she|he|you|pms?|the pms?|the pilot pms?) (?:each )?owns?`;
const whose = String.raw`(?:(?:the|their|her|his|your|its|own|assigned|a|each pm's|pm's) ){0,3}`;

/** Order matters: a longer phrase before one that it contains. */
const known: readonly { readonly kind: ConditionKind; readonly words: RegExp }[] = [
  {
    kind: 'owned-flags',
    words: new RegExp(
      String.raw`\b(?:(?:for|on|of|to) )?(?:(?:the|only|feature) ){0,3}flags? ${who}\b|\b(?:their|her|his|your)? ?(?:own|owned) (?:feature )?flags?\b`,
      'gu',
    ),
  },
  {
    kind: 'additions-only',
    words:
      /\b(?:additions?|append|add)[ -]only\b|\bonly (?:additions?|append(?:s|ing)?|new [a-z-]+)\b|\bnew (?:[a-z-]+ ){1,3}only\b/gu,
  },
  {
    kind: 'non-breaking',
    words:
      /\b(?:only )?(?:non[ -]?breaking|backwards?[ -]compatible)(?: changes?)?(?: only)?\b|\bno breaking changes?\b/gu,
  },
  {
    kind: 'feature-folder',
    words: new RegExp(
      String.raw`\b(?:(?:with)?in |inside |inside of |under )?${whose}feature[ -](?:folder|director)(?:s|y|ies)?\b(?: ${who}\b)?|\b(?:for|of|in) (?:(?:the|their|her|his|your) )?(?:own )?features(?: ${who})?\b`,
      'gu',
    ),
  },
  {
    kind: 'design-system',
    words:
      /\b(?:(?:only )?(?:using|with|from|of) )?(?:(?:the|our|existing) ){0,2}design[ -]system(?:'s)?(?: (?:components?|primitives?|parts))?\b/gu,
  },
  {
    kind: 'no-protected-data',
    words:
      /\b(?:(?:where|that|which) (?:the [a-z]+ |it |they )?(?:does not|do not|doesn't|don't) (?:capture|process|contain|touch|handle|read|show) |(?:on |for )?(?:no|non|not|without|never|free of)[ -])?(?:any )?protected[ -]data\b/gu,
  },
];

/** The kinds in the order in which conditions are told. */
export const knownKinds: readonly ConditionKind[] = known.map(({ kind }) => kind);
