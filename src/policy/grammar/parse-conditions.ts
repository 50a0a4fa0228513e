import type { Condition, ConditionKind } from '../policy.js';
import { withoutAnyPictures } from './decorations.js';
import { isPartOfContent } from './content-limits.js';
import { describe, isKindWord, type Description } from './descriptions.js';
import { isPlainWord } from './words/plain-words.js';
import { normalizeWords } from './tokenize.js';
import { numberStart, shortened, shortenedBeforeNumber } from './words/abbreviations.js';

/**
 * The conditions in the words beside the globs of an allow (design §3, "Conditions"), each kind once, in a fixed order, free text last.
 *
 * The words are cut into phrases. What remains of a phrase after its known conditions must describe each of the globs and no
 * more; otherwise the whole phrase is a free-text condition, so that nothing is dropped in silence. `isOver`: they stand over a group of items.
 */
export function parseConditions(
  text: string,
  line: number,
  globs: readonly string[] = [],
  isOver = true,
): readonly Condition[] {
  const found = new Map<ConditionKind, Condition>();
  const free: Condition[] = [];
  for (const phrase of phrasesOf(text)) {
    let rest = normalizeWords(phrase);
    const whole = rest;
    for (const { kind, words } of known) {
      rest = rest.replace(words, (match) => {
        if (kind === 'additions-only' && !isOfAdditions(match)) return match;
        if (!found.has(kind)) found.set(kind, { kind, text: match.trim(), line });
        return ' ';
      });
    }
    // “Flags they own only” asks for no more than they do without the word.
    if (rest !== whole && /^\s*only\s*$/u.test(rest)) continue;
    const said = describeAll(rest, globs, isOver);
    if (said === undefined) free.push({ kind: 'free-text', text: phrase, line });
    // Beside a known condition the kind of file only says what it is about.
    else if (said === 'narrows' && rest === whole) free.push({ kind: 'free-text', text: `${phrase} only`, line });
  }
  return [...known.flatMap(({ kind }) => found.get(kind) ?? []), ...free];
}

/** Whether what is new is a kind of thing: "new lawyer-approved texts only" asks for more. */
function isOfAdditions(words: string): boolean {
  const things = words.replaceAll(/(?<![a-z])(?:new|only|additions?|append(?:s|ing)?|add)(?![a-z])/gu, ' ');
  return things
    .split(/[^a-z]+/u)
    .every((word) => word === '' || isKindWord(word) || isPlainWord(word) || isPartOfContent(word));
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

/** Whoever says how the host holds a list, or that something is wholly theirs, demands nothing of the change. */
const byHost =
  /^(?:(?:(?:your|a|the|our) )?(?:free )?(?:playground|sandbox)|go (?:wild|ahead|for it)|have fun|enjoy|feel free|help yourself|be creative|discuss away|all yours|ours and yours|all of it|any changes?|anything goes|edit away|no restrictions|no limits|always (?:fine|ok|okay)|safe(?: to (?:change|edit|touch))?|(?:pms|product|the product team) (?:writes?|owns?|maintains?) (?:these|this|it|them)|(?:owned|written|maintained) by (?:pms|product|the product team|product managers)|see (?:the|our) (?:guide|handbook|wiki|readme)|all (?:your|the|our) (?:crazy |wild |own )?ideas|(?:no|without)(?: any| further| other)? conditions?|codeowners[ -](?:enforced|level)|enforced (?:by|through) codeowners)$/u;

/** What words say of all globs together: the least that they say of one. */
function describeAll(rest: string, globs: readonly string[], isOver: boolean): Description | undefined {
  const words = withoutAnyPictures(rest)
    .replace(/[✅✔☑✓🟢👍\ufe0f]/gu, '')
    .trim();
  if (!/[^\s.,;:()[\]{}'"“”‘’/&+!…–-]/u.test(words) || byHost.test(words.trim())) return 'fits';
  if (/[\p{S}†‡§?]/u.test(words.replace(/ \+ /gu, ' '))) return undefined;
  const said = (globs.length === 0 ? [''] : globs).map((glob) => describe(words, glob, isOver));
  if (said.includes(undefined)) return undefined;
  return said.includes('narrows') ? 'narrows' : 'fits';
}

/** Two lists of conditions as one, without duplicates. */
export function mergeConditions(first: readonly Condition[], second: readonly Condition[]): readonly Condition[] {
  const said = new Set(first.map(keyOf));
  return [...first, ...second.filter((condition) => !said.has(keyOf(condition)))];
}

function keyOf({ kind, text }: Condition): string {
  return kind === 'free-text' ? `${kind} ${text}` : kind;
}

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

/** Cuts at punctuation, but not inside a word (`non-breaking`), a number (`1,000`), a limit (`max. 20`) or inline code. */
function phrasesOf(text: string): readonly string[] {
  return (text.match(phrases) ?? []).map((phrase) => phrase.replace(edges, '')).filter((phrase) => phrase !== '');
}

const phrases = new RegExp(
  `(?:\`[^\`]*\`|${shortened}|${shortenedBeforeNumber}(?=\\s*${numberStart})|[^\`()[\\],;:.!–—\\n]|[.:](?=\\S)|(?<=\\p{N}),(?=\\p{N}))+|\``,
  'giu',
);

/** Quotes, connectors and check marks around a phrase. A warning sign is not among them: it points out a condition. */
const edges = /^(?:#\s|[\s"'“”‘’*_/&+-]|[✅✔☑✓🟢👍]\ufe0f?)+|(?:[\s"'“”‘’*_/&+-]|[✅✔☑✓🟢👍]\ufe0f?)+$/gu;
