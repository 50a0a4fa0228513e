import type { List, ListItem } from 'mdast';
import { closePaths, findNamedPaths, findRefusal, pairPaths, refuses } from '../list-items/close-paths.js';
import { withoutException } from '../list-items/without-exception.js';
import { readAllowItem } from '../list-items/read-allow-item.js';
import { readForbidItem } from '../list-items/read-forbid-item.js';
import { isHistoryEntry, isHistoryHeading } from '../grammar/remarks/change-history.js';
import { describeDoubtfulRefusal, describeLockedItem } from '../grammar/refusals/doubtful-refusal.js';
import { asksForEngineer, forbids, pointsBack } from '../grammar/refusals/forbidding-words.js';
import { isNeutral } from '../grammar/neutral-prose.js';
import { isSentence, toPhrase, type Phrase } from '../grammar/phrase.js';
import { readLead } from '../grammar/leads/read-lead.js';
import {
  firstTokenLine,
  normalizeWords,
  plainToken,
  startLine,
  toExcerpt,
  tokenize,
  toPlainText,
  toSourceText,
  type TextToken,
} from '../grammar/tokenize.js';
import { isSetting } from '../settings/parse-setting-line.js';
import { leadOfNested, nestedLead, readOwnLead } from './nested-lead.js';
import { findNotes, readFootnotes } from './read-footnotes.js';
import { faultOfLead, faultOfSentence } from './headings/fault-of-lead.js';
import { keepNamed } from './prose/keep-named.js';
import { isPmNames } from './prose/pm-names.js';
import { furtherOf } from './prose/words-behind.js';
import { keepSentence, readSentence, withSentences } from './sentence-items.js';
import {
  addClosingWords,
  addProblem,
  addProse,
  addRules,
  maxNesting,
  plainLead,
  type Lead,
  type SectionWalk,
} from './section-walk.js';
import { globsOf, type SectionListItem } from './section-list-item.js';
import { isOfPlace } from './prose/locked-prose.js';
import { withListConditions } from './with-list-conditions.js';
import { keepSurplus } from './keep-surplus.js';
import { isSetOff, splitLazyLead } from './split-lazy-lead.js';

/** Reads a list and the lists in it under a lead. Returns the lead in force at its end. */
export function readList(walk: SectionWalk, list: List, lead: Lead, depth = 0): Lead {
  return readItems(
    walk,
    list.children.map((item) => itemOf(walk, item)),
    lead,
    depth,
  );
}

function itemOf(walk: SectionWalk, item: ListItem): SectionListItem {
  const nested = item.children.filter((child) => child.type === 'list');
  const written = tokenize(item, (node) => node.type === 'list');
  const tokens = readFootnotes(walk, written);
  const start = tokens.findIndex(({ text }) => text.trim() !== '');
  const box = typeof item.checked === 'boolean' ? (item.checked ? 'ticked' : 'empty') : undefined;
  return { tokens: start < 0 ? [] : tokens.slice(start), nested, notes: findNotes(walk, written), box };
}

/** Reads items; a lead that Markdown took for the end of an item leads those after it. Returns the lead in force at the end. */
export function readItems(walk: SectionWalk, items: readonly SectionListItem[], lead: Lead, depth: number): Lead {
  const parts = items.map((item) => ({
    item,
    ...splitLazyLead(item.tokens, atMargin(walk, item)),
  }));
  const own = parts.map(({ item, tokens }) => ({ ...item, tokens })).filter(({ tokens }) => !isSetting(tokens));
  for (const { tokens } of parts) keepSurplus(walk, tokens);
  const listed = withSentences(walk, own, lead);
  let current =
    lead.effect === 'allow' && listed.isOfSentences !== true ? withListConditions(walk, own, listed) : listed;
  for (const { item, tokens, lazy, sentences } of parts) {
    const own = item.nested.length === 0 && isSetOff(tokens) ? toPhrase(tokens) : undefined;
    if (own !== undefined && readLead(own).effect !== 'unknown') {
      current = turnLead(walk, current, own);
      continue;
    }
    if (!isSetting(tokens) && (tokens.length > 0 || item.nested.length > 0))
      current = readItem(walk, { ...item, tokens }, current, depth);
    for (const sentence of sentences) if (!isNeutral(sentence)) addProse(walk, sentence.tokens);
    if (lazy !== undefined) current = turnLead(walk, current, lazy);
  }
  return current;
}

/** Whether a line stands no deeper than an item's first, so that in the file's text it is none of the item's. */
function atMargin({ lines }: SectionWalk, { tokens }: SectionListItem): (line: number) => boolean {
  const indent = (line: number): number =>
    String(lines[line - 1])
      .replace(/[^ \t>].*$/u, '')
      .replaceAll('\t', '    ').length;
  const own = indent(firstTokenLine(tokens));
  return (line) => indent(line) <= own;
}

/** A lead within a list turns what follows it, but never from what forbids to anything else. */
function turnLead(walk: SectionWalk, current: Lead, lead: Phrase): Lead {
  const message = `“${toExcerpt(lead.source)}” stands in the list above, so what follows can be taken for more of that list. Put an empty line before it, and no bullet.`;
  addProblem(walk, 'warning', lead.line, message);
  const { effect } = readLead(lead);
  return current.effect === 'forbid' ? current : plainLead(effect === 'allow' ? 'unknown' : effect, lead.source);
}

/** Reads one item; returns the lead in force behind it, which a lead glued to the end of a list in it has turned. */
function readItem(walk: SectionWalk, item: SectionListItem, lead: Lead, depth: number): Lead {
  if (depth >= maxNesting) {
    const message = `Lists nested more than ${maxNesting} deep are not read. Ask an engineer to flatten this one.`;
    addProblem(walk, 'error', toPhrase(item.tokens).line, message);
    return lead;
  }
  if (lead.effect === 'forbid') readForbidden(walk, item, lead, depth);
  else if (lead.isOfSentences === true) readSentence(walk, item, lead);
  else {
    const before = walk.rules.length;
    const last = lead.effect === 'allow' ? readAllowed(walk, item, lead, depth) : readUnknown(walk, item, lead, depth);
    keepSentence(walk, item, before);
    return last;
  }
  return lead;
}

function readForbidden(walk: SectionWalk, item: SectionListItem, lead: Lead, depth: number): void {
  const before = walk.rules.length;
  for (const list of item.nested) readList(walk, list, { ...lead, isOfNotes: true }, depth + 1);
  addRules(walk, readForbidItem(item.tokens, lead.isOfNotes === true || walk.rules.length > before));
  if (findNamedPaths(item.tokens).length === 0) {
    if (lead.isOfNotes === true && !ofPlace.test(toSourceText(item.tokens)))
      walk.closingWords.push({ kept: item.tokens, looked: item.tokens });
    return;
  }
  const { source, line } = toPhrase(item.tokens);
  const doubt = lead.words === undefined ? describeLockedItem(source) : describeDoubtfulRefusal(source, lead.words);
  if (doubt !== undefined) addProblem(walk, 'info', line, doubt);
  walk.lockedItems.push(item.tokens);
  walk.closingWords.push({ kept: item.tokens, looked: furtherOf(item.tokens) });
  for (const note of item.notes ?? []) if (isOfPlace(toSourceText(tokenize(note)))) walk.cited.add(note);
}

/** "Docs there included": a note on the place that it stands under. */
const ofPlace = /(?<!\p{L})(?:there|here|in it|inside|therein)(?!\p{L})/iu;

function readAllowed(walk: SectionWalk, item: SectionListItem, lead: Lead, depth: number): Lead {
  const phrase = toPhrase(item.tokens);
  const paths = findNamedPaths(item.tokens);
  if (item.box !== undefined) {
    closeItem(
      walk,
      item,
      'it is a task with a box, and whether a tick opens it nobody can say. Write it without the box',
      depth,
    );
  } else if (paths.length === 0) {
    for (const list of item.nested) {
      const given = { ...leadOfNested(walk, phrase, list, lead), over: phrase.source };
      const last = readList(walk, list, given, depth + 1);
      if (last.effect !== given.effect) return last;
    }
  } else if (item.nested.some((list) => globsOf(list).length > 0)) {
    closeItem(walk, item, 'other paths stand under it. Write each path as an item of its own', depth);
  } else if (!phrase.tokens.some(({ kind }) => kind === 'code')) {
    closeItem(walk, item, 'its path does not stand in backticks', depth);
  } else {
    const below = item.nested.flatMap((list) => [separator(list), ...tokenize(list)]);
    const reading = readAllowItem([...item.tokens, ...below], lead, walk.codes);
    addRules(walk, reading);
    if (reading.rules.some(({ effect }) => effect === 'allow'))
      for (const note of item.notes ?? []) walk.cited.add(note);
    if (pointsBack(toPlainText(item.tokens.filter(({ kind }) => kind === 'text')))) addProse(walk, item.tokens);
  }
  return lead;
}

/** Under no known lead: what is named is closed, other words are kept, and an item with a lead of its own leads the list in it. */
function readUnknown(walk: SectionWalk, item: SectionListItem, lead: Lead, depth: number): Lead {
  const phrase = toPhrase(item.tokens);
  const paths = findNamedPaths(item.tokens);
  const isOver = paths.length === 0 && item.nested.length > 0;
  const own = !isOver ? undefined : lead.words === undefined ? readOwnLead(walk, phrase) : readLead(phrase);
  if (lead.effect === 'pair' && restOf.test(phrase.words)) return lead;
  if (paths.length > 0) {
    const known = lead.effect === 'pair' || asksForEngineer(phrase.source);
    const isSpoken = isSentence(phrase) && phrase.tokens[0]?.kind === 'text';
    const why = isSpoken ? faultOfSentence : faultOfLead(walk, lead);
    const fault = known ? undefined : (refusalOf(walk, phrase) ?? why);
    const isPair = lead.effect === 'pair' && !refuses(withoutException(phrase.source));
    addRules(walk, isPair ? pairPaths(phrase) : closePaths(phrase, fault, forbids(lead.words ?? ''), { lead: true }));
    if (known) walk.closingWords.push({ kept: item.tokens, looked: furtherOf(item.tokens) });
  } else if (own === undefined && !isOfHistory(walk, phrase, lead)) {
    if (lead.effect === 'pair') addClosingWords(walk, phrase);
    else if (isNeutral(phrase)) keepNamed(walk, phrase, lead.over ?? lead.words);
    else if (!isPmNames(walk, phrase, depth === 0 ? lead.words : (lead.over ?? ''))) addProse(walk, item.tokens);
  }
  for (const list of item.nested)
    readList(
      walk,
      list,
      own === undefined || own.effect === 'unknown' ? { ...lead, over: phrase.source } : nestedLead(own, lead),
      depth + 1,
    );
  return lead;
}

/** Under "Change history", a heading or a line, an item tells what came to the lists. */
function isOfHistory({ headings }: SectionWalk, { words, isOdd }: Phrase, lead: Lead): boolean {
  const title = lead.words === undefined ? (headings.at(-1)?.phrase.words ?? '') : normalizeWords(lead.words);
  return !isOdd && isHistoryHeading(title) && isHistoryEntry(words);
}

/** "The rest of `src/**`" is what no list opens. */
const restOf =
  /^(?:(?:(?:all )?the rest of|(?:everything|anything) else (?:in|under)|(?:all )?other (?:files|code|paths|folders)? ?(?:in|under)?|every other) '[^']*'|'[^']*',? (?:that|which) (?:is|are) not (?:named|listed|mentioned)(?: (?:above|elsewhere|here|in (?:the|a) list))?)\.?$/u;

/** Which word of an item keeps PMs out of what it names; one that only limits what a known lead would open ("(not the keys)") is none. */
function refusalOf({ codes }: SectionWalk, { source, tokens }: Phrase): string | undefined {
  const word = findRefusal(source);
  if (word === undefined || opens(tokens, codes)) return undefined;
  return `“${word.trim()}” in it keeps PMs out. If PMs can touch it, write it in a list under “PMs can touch:”, without that word`;
}

function opens(tokens: readonly TextToken[], codes: readonly string[]): boolean {
  const { rules } = readAllowItem(tokens, { conditions: [], labels: [], folders: [] }, codes);
  return rules.some(({ effect }) => effect === 'allow');
}

function closeItem(walk: SectionWalk, item: SectionListItem, fault: string, depth: number): void {
  addRules(walk, closePaths(toPhrase(item.tokens), fault));
  for (const list of item.nested)
    readList(walk, list, plainLead(forbids(toPhrase(item.tokens).source) ? 'forbid' : 'unknown'), depth + 1);
}

/** Parts what is nested under a glob from the words beside it. */
function separator(list: List): TextToken {
  return plainToken(': ', startLine(list));
}
