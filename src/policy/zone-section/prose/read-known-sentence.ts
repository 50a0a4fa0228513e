import { readException } from '../../grammar/carve-outs.js';
import { closePaths, namesPath, pairPaths, type ListItemReading } from '../../list-items/close-paths.js';
import { readForbidItem } from '../../list-items/read-forbid-item.js';
import { readAllowItem } from '../../list-items/read-allow-item.js';
import { toPhrase, type Phrase } from '../../grammar/phrase.js';
import { readSentenceLead } from '../../grammar/leads/read-lead.js';
import { forbids } from '../../grammar/refusals/forbidding-words.js';
import { splitGlobs } from '../../grammar/split-globs.js';
import { longestJoint, splitInline } from '../../grammar/split-inline.js';
import { toExcerpt, toSourceText, type TextToken } from '../../grammar/tokenize.js';
import { asOfPms } from '../as-of-pms.js';
import type { KnownSentence } from './known-sentence.js';
import type { Over } from '../headings/headings-over.js';
import { addProse, addRules, type SectionWalk } from '../section-walk.js';

/**
 * Reads "PMs can touch `a` and `b`." as a lead with its items, or gives `undefined` for any other sentence. "You" are the PMs where the section speaks to them.
 */
export function readKnownSentence(
  walk: SectionWalk,
  sentence: Phrase,
  before?: KnownSentence,
): KnownSentence | undefined {
  const start = sentence.tokens.findIndex(({ kind }) => kind === 'code');
  if (start < 0 || sentence.isOdd) return undefined;
  const words = asOfPms(walk, toPhrase(sentence.tokens.slice(0, start)));
  // "They may also edit …", "They may not touch …" behind a sentence about PMs is about them.
  const isOfSame = before?.isOfPms === true && /^they /u.test(words.words);
  const said = isOfSame ? { ...words, words: words.words.replace(/^they/u, 'pms') } : words;
  const lead = readSentenceLead(said);
  const end = sentence.tokens.findLastIndex(({ text }) => text.trim() !== '');
  const behind = sentence.tokens.slice(start, end + 1);
  const isWordy = lead?.effect === 'forbid' && lead.isLabel === true && behind.some(hasWords);
  // "Never change `{{name}}`" is about what a file holds.
  const isOfContent =
    lead?.effect === 'forbid' &&
    lead.isOrder === true &&
    behind.some((token) => token.kind === 'code' && !namesPath(token));
  return lead === undefined || isWordy || isOfContent
    ? undefined
    : { effect: lead.effect, lead, items: splitInline(behind), isOfPms: ofPms.test(said.words) };
}

const ofPms = /^(?:(?:a|an|the|our|all|any) )*(?:pms?|product managers?) /u;

/** Whether a path in a refusal is followed by more than a remark or a reason: "`src/auth/**`, nor ship texts on Fridays". */
function goesOn(item: readonly TextToken[]): boolean {
  const words = item.map(({ kind, text }) => (kind === 'code' ? ' ' : text)).join('');
  const rest = words
    .replace(/\([^()]*\)/gu, ' ')
    .replace(emphasis, ' ')
    .replace(joints, ' ');
  return /\p{L}/u.test(rest) && !reason.test(rest.trim());
}

/** Says only once more that it is refused. */
const emphasis =
  /(?<!\p{L})(?:under (?:any|no) circumstances|for any reason|without exceptions?|ever|at all|whatsoever|please|period|full stop)(?!\p{L})/giu;
const joints = /(?<!\p{L})(?:and|or|nor|as well as|plus)\s*$/u;
const reason =
  /^(?:[,;:–—-]?\s*(?:because|since|as|which|where|that|for) |[–—-]\s(?!(?:and|or|nor|but|also|plus)\s)[\p{L} ]+$)/u;

function hasWords({ kind, text }: TextToken): boolean {
  return kind === 'text' && /\p{L}/u.test(text.replace(/(?<!\p{L})(?:and|or)(?!\p{L})/gu, ''));
}

/** "And everything else that is not listed" */
const ofRest = /(?<!\p{L})(?:else|rest|not listed|others?)(?!\p{L})/iu;

/** Adds what such a sentence opens and closes; what stands over it (`over`) holds for what it opens. */
export function applySentence(walk: SectionWalk, { lead, items }: KnownSentence, over: Over): void {
  let turn: Phrase | undefined;
  const shared = lead.effect === 'allow' && items.length > 1 ? items.slice(-1).flatMap(behindAll) : [];
  for (const [at, item] of items.entries()) {
    // A sentence that begins with a small letter is taken for the end of the one before.
    const isOfMore = item.some(({ kind, text }) => kind === 'text' && /[.!?]\s+\p{L}/u.test(text));
    if ((lead.effect !== 'allow' && isOfMore) || (lead.effect === 'forbid' && goesOn(item))) addProse(walk, item);
    if (lead.effect === 'forbid' || over.effect === 'forbid') {
      addRules(walk, readForbidItem(item, true));
      walk.lockedItems.push(item);
    } else if (lead.effect === 'pair' || over.effect === 'pair') {
      addRules(walk, pairPaths(toPhrase(item)));
      // What is changed with an engineer may be all the rest.
      if (!ofRest.test(toSourceText(item))) walk.lockedItems.push(item);
    } else if (turn === undefined) {
      const reading = readAllowItem(
        at < items.length - 1 && shared.length > 0 ? [...withoutJoint(item), ...shared] : item,
        {
          conditions: [...over.conditions, ...lead.conditions],
          labels: [...over.labels, lead.label],
          folders: over.folders,
        },
      );
      addRules(walk, reading);
      if (turns(item, reading)) turn = toPhrase(item);
    } else {
      const fault = `“${toExcerpt(turn.source)}” before it may hold for it too. Write each path as an item of a list`;
      addRules(walk, closePaths(toPhrase(item), fault, forbids(turn.source)));
    }
  }
}

/**
 * What stands behind the last path of a sentence, and is said of all of them: "PMs may edit `a` and `b` once Legal agrees. Keep the keys." A remark in
 * brackets right behind it, and an exception, which locks its paths whatever opens them, are its own.
 */
function behindAll(last: readonly TextToken[]): readonly TextToken[] {
  const { globs, rest } = splitGlobs(fromPath(last));
  if (readException(rest, globs) !== undefined) return [];
  const [first, ...more] = rest;
  const words = first === undefined ? [] : [{ ...first, text: first.text.replace(/^\s*\([^()]*\)/u, '') }, ...more];
  const said = toSourceText(words);
  // "PMs may edit `a`, `b` never." closes the last alone.
  return /[\p{L}\p{N}`]/u.test(said) && !/^(?:never|not|no)$/iu.test(said) ? words : [];
}

/** An item without the kind of files that stands before its path. */
function fromPath(item: readonly TextToken[]): readonly TextToken[] {
  return item.slice(item.findIndex(({ kind }) => kind === 'code'));
}

/** Without the "and" that ties it to the next. */
function withoutJoint(item: readonly TextToken[]): readonly TextToken[] {
  return item.map((token) =>
    token === item.at(-1) && token.kind === 'text'
      ? { ...token, text: token.text.slice(0, -longestJoint) + token.text.slice(-longestJoint).replace(jointAtEnd, '') }
      : token,
  );
}

const jointAtEnd =
  /[\s,;]*(?:(?<!\p{L})(?:and|or|as well as|plus))?(?: (?:everything|anything|all files))?(?: (?:in|under|below|inside))?\s*$/u;

/**
 * Whether the words behind a path may go on to the paths after it: "PMs may edit `a`; locked: `b`, `c`", "`a` and, once approved, `b`, `c`". They
 * take the path itself back, or have one more in them.
 */
function turns(item: readonly TextToken[], { rules, excepted = [] }: ListItemReading): boolean {
  const taken = new Set(excepted.map(({ glob }) => glob));
  return (
    !rules.some(({ effect }) => effect === 'allow') ||
    splitGlobs(fromPath(item)).rest.some((token) => namesPath(token) && !taken.has(token.text))
  );
}
