import type { Condition, ConditionKind } from '../policy.js';
import { withoutAnyPictures } from './decorations.js';
import { describe, isKind, isKindWord, isNamed, type Description } from './descriptions.js';
import { knownKinds, takeKnown } from './known-conditions.js';
import { isTied, splitPhrases, type Span } from './split-phrases.js';
import { isTie } from './words/plain-words.js';

/**
 * The conditions in the words beside the globs of an allow (design §3, "Conditions"), each kind once, in a fixed order, free text last.
 *
 * The words are cut into phrases. What remains of a phrase after its known conditions must describe each of the globs and no
 * more; otherwise the whole phrase is a free-text condition, so that nothing is dropped in silence, with those that a comma ties to it: "nothing about
 * looks, money or origin" is one. `isOver`: they stand over a group of items.
 */
export function parseConditions(
  text: string,
  line: number,
  globs: readonly string[] = [],
  isOver = true,
): readonly Condition[] {
  const found = new Map<ConditionKind, Condition>();
  const free: Condition[] = [];
  const flush = (list: readonly SaidPhrase[]): void => {
    const asked = askedOf(list, text);
    if (asked !== undefined) free.push({ kind: 'free-text', text: asked, line });
  };
  let list: SaidPhrase[] = [];
  for (const phrase of splitPhrases(text)) {
    const { rest, kinds } = takeKnown(phrase.text);
    for (const { kind, words } of kinds) if (!found.has(kind)) found.set(kind, { kind, text: words, line });
    const isKnown = kinds.length > 0;
    // “Flags they own only” asks for no more than they do without the word.
    if (isKnown && /^\s*only\s*$/u.test(rest)) continue;
    // "Their own flags for pricing screens" asks for more than flags of their own.
    const said = isKnown && further.test(rest) ? undefined : describeAll(rest, globs, isOver);
    // Beside a known condition the kind of file only says what it is about.
    if (isKnown && (said === 'fits' || (said === 'narrows' && isOfKinds(rest)))) continue;
    const last = list.at(-1);
    if (last !== undefined && !isTied(text.slice(last.end, phrase.start))) {
      flush(list);
      list = [];
    }
    list.push({ ...phrase, said });
  }
  flush(list);
  return [...knownKinds.flatMap((kind) => found.get(kind) ?? []), ...free];
}

/** The phrases beside the globs of an allow that demand nothing, since they only describe what the globs hold, and say more than its kind. */
export function describedWords(text: string, globs: readonly string[]): readonly string[] {
  return splitPhrases(text).flatMap(({ text: phrase }) => {
    const { rest, kinds } = takeKnown(phrase);
    const plain = rest.replace(/(?<!\p{L})(?:user|customer|client|public|guest)s?[- ]facing(?!\p{L})/gu, ' ');
    const isSaid = kinds.length > 0 || isKind(plain, globs) || globs.every((glob) => isNamed(rest, glob));
    const isOfThings =
      !byHost.test(rest.trim()) && rest.split(/[^\p{L}]+/u).some((word) => word !== '' && !isTie(word));
    return isSaid || !isOfThings || describeAll(rest, globs, false) !== 'fits' ? [] : [phrase];
  });
}

function isOfKinds(words: string): boolean {
  return words.split(/[^\p{L}]+/u).every((word) => word === '' || isKindWord(word) || isTie(word));
}

const further = /^\s*(?:for|on|in|of|from|about) /u;

interface SaidPhrase extends Span {
  readonly said: Description | undefined;
}

/** What is asked of phrases that commas tie together. */
function askedOf(list: readonly SaidPhrase[], text: string): string | undefined {
  const [first] = list;
  if (first === undefined || list.every(({ said }) => said === 'fits')) return undefined;
  const words = text.slice(first.start, list.at(-1)?.end);
  return list.some(({ said }) => said === undefined) ? words : `${words} only`;
}

/** Whoever says how the host holds a list, or that something is wholly theirs, demands nothing of the change. */
const byHost =
  /^(?:(?:(?:your|a|the|our) )?(?:free )?(?:playground|sandbox)|go (?:wild|ahead|for it)|have fun|enjoy|feel free|help yourself|be creative|discuss away|all yours|ours and yours|all of it|any changes?|anything goes|edit away|freely|on (?:their|your) own|by (?:themselves|yourself)|at any time|whenever (?:they|you) (?:like|want)|no restrictions|no limits|always (?:fine|ok|okay)|safe(?: to (?:change|edit|touch))?|free|(?:pms|product|the product team) (?:writes?|owns?|maintains?) (?:these|this|it|them)|(?:owned|written|maintained) by (?:pms|product|the product team|product managers)|see (?:the|our) (?:guide|handbook|wiki|readme)|all (?:your|the|our) (?:crazy |wild |own )?ideas|(?:no|without)(?: any| further| other)? conditions?|codeowners[ -](?:enforced|level)|enforced (?:by|through) codeowners)$/u;

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
