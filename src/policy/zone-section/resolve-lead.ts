import { asOfPms } from './as-of-pms.js';
import { closePaths, findNamedPaths } from '../list-items/close-paths.js';
import { describe, isKind, isLabel } from '../grammar/descriptions.js';
import { findDoubtfulRefusal } from '../grammar/refusals/doubtful-refusal.js';
import { isNeutral } from '../grammar/neutral-prose.js';
import { isHistoryHeading } from '../grammar/remarks/change-history.js';
import { isPlainlyTogether } from '../grammar/otherwise.js';
import { parseConditions } from '../grammar/parse-conditions.js';
import { readTransparentLead } from '../grammar/leads/read-transparent-lead.js';
import { isSentence, toPhrase, type Phrase } from '../grammar/phrase.js';
import { readLead, readSentenceLead, type LeadReading } from '../grammar/leads/read-lead.js';
import { describeWeakWords, findWeakWords } from '../grammar/words/weak-words.js';
import { readStandingLabel } from '../grammar/leads/standing-labels.js';
import { splitSentences } from '../grammar/split-sentences.js';
import type { Condition } from '../policy.js';
import { headingsOver, type Over } from './headings/headings-over.js';
import { labelOf } from './headings/label-paragraph.js';
import { isPmTitle } from './prose/pm-names.js';
import { isNeutralTitle } from './headings/read-heading.js';
import { addProse, addRules, plainLead, type Lead, type SectionWalk } from './section-walk.js';

/**
 * The lead of a list, table or block of code that begins here and names `globs`; consumes the paragraph above. A heading that closes
 * holds over any lead; one that is no known form is a condition of what an exact lead opens (policy-grammar, "By construct").
 */
export function resolveLead(walk: SectionWalk, globs: readonly string[]): Lead {
  const { pending, previous } = walk;
  walk.pending = undefined;
  const over = withLabel(headingsOver(walk), pending);
  const own = pending === undefined ? undefined : asStanding(walk, pending, readOwn(walk, pending));
  walk.isClosing = false;
  if (pending !== undefined && own !== undefined && own.effect !== 'allow' && own.effect !== 'transparent')
    keepLead(walk, pending, own);
  if (over.effect === 'forbid' || own?.effect === 'forbid') {
    const headings = walk.headings.filter(({ reading }) => reading.kind === 'forbid').map(({ phrase }) => phrase);
    const closing = [...headings, ...(own?.effect === 'forbid' && pending !== undefined ? [pending] : [])];
    for (const phrase of closing) sayWeak(walk, phrase);
    const isPlain = closing.some((each) => findDoubtfulRefusal(each.source) === undefined && !isOfOther(walk, each));
    return plainLead('forbid', isPlain ? undefined : closing.at(-1)?.source);
  }
  if (over.effect === 'pair' || own?.effect === 'pair') return plainLead('pair');
  if (own?.effect === 'allow') {
    const folders = own.folder === undefined ? [] : [own.folder];
    return joinLead({ ...withWords(over, own.label), folders: [...over.folders, ...folders] }, own.conditions);
  }
  if (pending !== undefined && goesOn(walk, pending, globs)) return joinLead(withWords(over, plainLabel(pending)), []);
  if (own?.effect === 'unknown') return { ...over, effect: 'unknown', words: wordsOf(pending) };
  if (own === undefined && previous !== undefined) return previous;
  return walk.isFirst && opensFirst(walk, globs)
    ? joinLead(over, own === undefined ? [] : own.conditions)
    : { ...over, effect: 'unknown', words: own === undefined ? undefined : wordsOf(pending) };
}

/** Says once of words over a list that they do not weaken what it closes. */
function sayWeak({ problems, file }: SectionWalk, { source, line }: Phrase): void {
  const weak = findWeakWords(source);
  if (weak === undefined || problems.some((each) => each.line === line && each.message === describeWeakWords(weak)))
    return;
  problems.push({ severity: 'info', file, line, message: describeWeakWords(weak) });
}

/** Closes what a lead names that opens nothing, and keeps it where it is a sentence or a note, which may be about more than what it leads. */
function keepLead(walk: SectionWalk, pending: Phrase, { effect }: OwnReading): void {
  addRules(walk, closePaths(pending, undefined, effect === 'forbid'));
  const sentences = splitSentences(pending.tokens).map(toPhrase);
  const isOwn = walk.isFirst && walk.headings.at(-1)?.reading.kind === 'label';
  for (const sentence of effect === 'unknown' ? sentences : sentences.slice(-1))
    if (
      (isSentence(sentence) || asNote.test(sentence.source)) &&
      !isNeutral(sentence) &&
      !isOfNext(sentence) &&
      !(isOwn && isPlainlyTogether(sentence.words))
    )
      addProse(walk, sentence.tokens);
}

/** "† Once design has agreed" right above a list is about what has that sign. */
const asNote = /^\s*(?:[†‡§¹²³⁴]|\\?\*|\[\d+\]|\(\d+\))\s*\p{L}/u;

/** "PMs cannot touch these files.", "These are off limits." */
function isOfNext(phrase: Phrase): boolean {
  const words = phrase.words.replace(/[.!]$/u, '');
  return readSentenceLead({ ...phrase, words })?.effect === 'forbid' || pointing.test(words);
}

/** A sentence that refuses something, and does not point at the list: "PMs: none yet." */
function isOfOther({ headings }: SectionWalk, phrase: Phrase): boolean {
  return isSentence(phrase) && !isOfNext(phrase) && headings.every((heading) => heading.phrase !== phrase);
}

const pointing = /^(?:these|those|the following)(?: (?:files|paths|folders))? (?:are|is|stay|remain) [\p{L} -]{1,30}$/u;

/** "In `apps/shop` PMs may change:": a lead of what lies in that folder alone. */
function readPlaced(walk: SectionWalk, { tokens, isOdd }: Phrase): PlacedLead | undefined {
  const [before, place, behind, ...more] = tokens.filter(({ text }) => text.trim() !== '');
  if (isOdd || before?.kind !== 'text' || place?.kind !== 'code' || behind === undefined || more.length > 0)
    return undefined;
  if (!/^\s*(?:in|under|within|inside)(?: the folder)? $/iu.test(before.text)) return undefined;
  const words = { ...behind, text: behind.text.replace(/^,? (?:the )?/u, '') };
  const lead = readLead(asOfPms(walk, toPhrase([words])));
  return lead.effect === 'allow' ? { ...lead, folder: place.text } : undefined;
}

/** A lead of one folder, or of whatever stands under it. */
type PlacedLead = LeadReading & { readonly folder?: string };

/** What the paragraph right above says: as a lead, or as words that only lead over from the heading ("These files:"). */
type OwnReading = PlacedLead | { readonly effect: 'transparent'; readonly conditions: readonly Condition[] };

/** Words that are no known lead by themselves, and say with those above the other lists what PMs may change. */
function asStanding({ standings, prose, headings }: SectionWalk, pending: Phrase, own: OwnReading): OwnReading {
  const label =
    own.effect === 'unknown' || own.effect === 'transparent' ? standings.leads.get(pending.line) : undefined;
  if (label === undefined) return asClosing(own, pending);
  const { effect, isOfPms } = label;
  if (effect !== 'allow') return { effect };
  const isOfZone = headings.every(({ reading: { kind } }) => kind === 'title' || kind === 'neutral');
  // Other words above may ask another question, which a bare yes then answers.
  return (isOfPms || prose.length === 0) && isOfZone ? { effect, conditions: [], label: '' } : own;
}

/** "Closed:" and "With us:" close, whatever the other words are. */
function asClosing(own: OwnReading, { words, isOdd }: Phrase): OwnReading {
  const label = own.effect === 'unknown' && !isOdd ? readStandingLabel(words) : undefined;
  return label === undefined || label.effect === 'allow' ? own : { effect: label.effect };
}

function readOwn(walk: SectionWalk, paragraph: Phrase): OwnReading {
  const pending = asOfPms(walk, paragraph);
  const whole = readPlaced(walk, paragraph) ?? readLead(pending);
  if (whole.effect === 'allow') return whole;
  if (/ what not:?$/u.test(pending.words) && isNeutral(pending)) return { effect: 'unknown' };
  const sentences = splitSentences(pending.tokens).map(toPhrase);
  const last = asOfPms(walk, sentences.at(-1) as Phrase, sentences.at(-2));
  const more = sentences.slice(0, -1).filter((each) => !isNeutral(each));
  if (whole.effect !== 'unknown') {
    for (const { tokens } of more) addProse(walk, tokens);
    return whole;
  }
  if (more.length > 0 || (sentences.length > 1 && !isNeutral(last) && isSentence(last))) {
    const joined = readJoined(sentences);
    for (const { tokens } of joined?.prose ?? []) addProse(walk, tokens);
    return joined?.lead ?? whole;
  }
  const leads = /:\s*$/u.test(last.source);
  const isUnderLead = walk.headings.some(({ reading }) => reading.kind === 'allow');
  const conditions = !leads && isNeutral(last) ? [] : isUnderLead ? readTransparentLead(last) : undefined;
  return conditions === undefined ? readLead(last) : { effect: 'transparent', conditions };
}

/**
 * A lead with sentences beside it: "A word on safety. PMs can touch:", "PMs can touch these. Content design has seen the words." What they say
 * is kept, of the list alone where they can be about nothing else.
 */
function readJoined(
  sentences: readonly Phrase[],
): { readonly lead: LeadReading; readonly prose: readonly Phrase[] } | undefined {
  const isFirst = pointingAt.test((sentences[0] as Phrase).words);
  const place = isFirst ? 0 : sentences.length - 1;
  const others = sentences.filter((each, at) => at !== place && !isNeutral(each));
  const lead = readLead(sentences[place] as Phrase);
  if (lead.effect !== 'allow' || !others.every((each) => isSentence(each) && findNamedPaths(each.tokens).length === 0))
    return undefined;
  const own = isFirst ? others.filter(({ words }) => !ofMore.test(words)) : [];
  const conditions = own.flatMap(({ source, line }) => parseConditions(source, line));
  return {
    lead: { ...lead, conditions: [...lead.conditions, ...conditions] },
    prose: others.filter((each) => !own.includes(each)),
  };
}

/** A permission that points at the list below, as a sentence. */
const pointingAt =
  /(?<![\p{L}])(?:(?:these|the following)(?: (?:files|paths|folders))?(?: [\p{L} ]{1,40})?|(?:the|all) (?:files|paths|folders) (?:listed )?below)\.$/u;

/** Words by which a sentence may be about more than the list below it. */
const ofMore =
  /(?<![\p{L}])(?:all|every\w*|each|any\w*|lists?|sections?|zone|tables?|both|above|pms?|managers?|you|we|nothing|nobody|changes?|pull requests?|prs?|it|this)(?![\p{L}])/u;

/** Words that say nothing ("Rules:") are none, but for those over a history and over the PMs. */
function wordsOf(pending: Phrase | undefined): string | undefined {
  if (pending !== undefined && (isHistoryHeading(pending.words) || isPmTitle(pending))) return pending.source;
  return pending === undefined || isNeutral(pending) || isNeutralTitle(pending.words) ? undefined : pending.source;
}

function joinLead(over: Over, conditions: readonly Condition[]): Lead {
  return { ...over, effect: 'allow', conditions: [...over.conditions, ...conditions] };
}

/** A kind of files right above a list is a label of it, whatever else opens it. */
function withLabel(over: Over, pending: Phrase | undefined): Over {
  const label = pending === undefined ? undefined : labelOf(pending);
  return label === undefined ? over : withWords(over, label);
}

function withWords(over: Over, label: string): Over {
  return { ...over, labels: [...over.labels, label] };
}

/** A label's words: "Docs:" is docs. */
function plainLabel({ words }: Phrase): string {
  return words.replace(/[\s:]+$/u, '');
}

/** Whether a label over one more list under a heading that allows names what that list holds, where nothing since the heading says otherwise. */
function goesOn({ headings, rules, prose }: SectionWalk, label: Phrase, globs: readonly string[]): boolean {
  const heading = headings.at(-1);
  return (
    heading?.reading.kind === 'allow' &&
    !label.isOdd &&
    globs.length > 0 &&
    globs.every((glob) => describe(plainLabel(label), glob) === 'fits') &&
    rules.every(({ effect, line }) => effect === 'allow' || line < heading.phrase.line) &&
    prose.every(({ line }) => line < heading.phrase.line)
  );
}

/** Whether a list with no lead is opened by the headings over it: the zone's own, one that allows, or kinds of files below these. */
function opensFirst({ headings }: SectionWalk, globs: readonly string[]): boolean {
  const base = headings.findLastIndex(({ reading }) => reading.kind !== 'label' && reading.kind !== 'folder');
  const kind = headings[base]?.reading.kind;
  const isOf = kind === 'title' ? isKind : isLabel;
  return (
    (kind === 'title' || kind === 'allow') &&
    headings.slice(base + 1).every(({ reading, phrase }) => reading.kind === 'folder' || isOf(phrase.words, globs))
  );
}
