import type { FootnoteDefinition } from 'mdast';
import type { Condition, PolicyProblem, Reason, SectionProblem, ZoneRule } from '../policy.js';
import type { ListItemReading } from '../list-items/close-paths.js';
import { isNeutral } from '../grammar/neutral-prose.js';
import type { Phrase } from '../grammar/phrase.js';
import { firstTokenLine, toSourceText, type TextToken } from '../grammar/tokenize.js';
import type { HeadingReading } from './headings/read-heading.js';
import type { Standings } from './standings/find-standings.js';

/** A paragraph of which an engineer says, by their handle, that it demands nothing. */
export interface MarkedRemark extends Reason {
  readonly by: string;
}

/** The rules, prose and problems read from a section so far. */
export interface SectionRules {
  readonly rules: ZoneRule[];
  readonly prose: Reason[];
  /** Items of lists that would open something, had one of the list a path. */
  readonly pathless: Reason[];
  /** Paragraphs of which an engineer says that they demand nothing. */
  readonly remarks: MarkedRemark[];
  readonly problems: PolicyProblem[];
  /** The sentence that says that what no list names is changed with an engineer. */
  saysOfRest?: Reason;
}

/** What holds for the items of a list, a table or a block of code. */
export interface Lead {
  readonly effect: 'allow' | 'pair' | 'forbid' | 'unknown';
  readonly conditions: readonly Condition[];
  /** Labels and headings over it: what they say beyond its globs is a condition. */
  readonly labels: readonly string[];
  /** The globs in headings over it: every glob has to begin with each. */
  readonly folders: readonly string[];
  /** The words right above it, where they are no known form, or forbid and may be meant to open. */
  readonly words: string | undefined;
  /** The words of the item without a path that the list stands under. */
  readonly over?: string;
  /** It stands under an item that locks: what names no path in it is a note. */
  readonly isOfNotes?: boolean;
  /** Each item of the list is a whole sentence that is known ("PMs can touch `a`."), and speaks for itself. */
  readonly isOfSentences?: boolean;
}

/** State of a walk over a section, block by block. */
export interface SectionWalk extends SectionRules {
  readonly file: string;
  /** The file's text, line by line. */
  readonly lines: readonly string[];
  /** The lines of the section, from 1, that paragraphs of it are written in. */
  readonly written: ReadonlySet<number>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** What footnotes say, each with its own. */
  readonly said: { readonly note: FootnoteDefinition; readonly reason: Reason }[];
  /** The footnotes whose text is read where an item that opens refers to them. */
  readonly cited: Set<FootnoteDefinition>;
  /** The items that lock, whose words may go on to what is open. */
  readonly lockedItems: (readonly TextToken[])[];
  /** The sentences that name paths and are no known form; `isAsked`: nothing says so of them yet. */
  readonly doubtful: { readonly sentence: Phrase; readonly isAsked: boolean }[];
  /** What closes without a path, and is heard of only where it names what is open: the words it is kept as, and those that are looked at. */
  readonly closingWords: { readonly kept: readonly TextToken[]; readonly looked: readonly TextToken[] }[];
  /** The inline code of the whole section. */
  readonly codes: readonly string[];
  /** The headings in force, the outermost first. */
  headings: readonly {
    readonly depth: number;
    readonly reading: HeadingReading;
    readonly phrase: Phrase;
    /** How many rules there were above it. */
    readonly before: number;
  }[];
  /** What labels of the section say together. */
  readonly standings: Standings;
  /** What the signs of the section mean, where one paragraph alone says so. */
  readonly legend: string | undefined;
  /** The lines of the headings with nothing under them. */
  readonly bareHeadings: ReadonlySet<number>;
  /** The paragraph right above, which may lead what follows. */
  pending: Phrase | undefined;
  /** The lead of the list right above. */
  previous: Lead | undefined;
  /** The rules that only take something out of what an item opens. */
  readonly excepted: Set<ZoneRule>;
  /** A paragraph above speaks to product managers: "PMs, welcome.", so that "you" are they. */
  isToPms: boolean;
  /** The first names of all the PMs that there are, who may stand for PMs in a lead. */
  readonly pmNames: readonly string[];
  /** Whether a table of the section is its list of PMs. */
  readonly hasRoster: boolean;
  /** Whether a line under "PMs" has named one. */
  namesPms?: true;
  /** Nothing but neutral words has stood under the heading yet. */
  isFirst: boolean;
  /** A line that forbids, ends in a colon or is all bold, and leads no list stands above: what paragraphs name is locked. */
  isClosing: boolean;
}

/** Lists and quotes nested deeper are not read. */
export const maxNesting = 20;

/** A lead of one effect and nothing more. */
export function plainLead(effect: Lead['effect'], words?: string): Lead {
  return { effect, conditions: [], labels: [], folders: [], words };
}

/** Adds the rules and problems of an item. */
export function addRules(walk: SectionWalk, reading: ListItemReading): void {
  walk.rules.push(...reading.rules);
  for (const rule of reading.excepted ?? []) walk.excepted.add(rule);
  for (const problem of reading.problems) walk.problems.push({ ...problem, file: walk.file });
}

/** Adds a problem at a line. */
export function addProblem(
  { problems, file }: Pick<SectionWalk, 'problems' | 'file'>,
  severity: SectionProblem['severity'],
  line: number,
  message: string,
): void {
  problems.push({ severity, message, file, line });
}

/** Keeps words that close and name no path ("prices"): what a list opens may hold that too. "Everything else" is kept only where it names what is open. */
export function addClosingWords(walk: SectionWalk, phrase: Phrase): void {
  const rest = phrase.words.replace(/^and |[\s.]+$/gu, '');
  if (isNeutral({ ...phrase, words: `${rest} needs an engineer` }))
    walk.closingWords.push({ kept: phrase.tokens, looked: phrase.tokens });
  else addProse(walk, phrase.tokens);
}

/** Keeps words that no rule expresses: the engineering DRI confirms them on every change. */
export function addProse(walk: Pick<SectionWalk, 'file' | 'prose'>, tokens: readonly TextToken[]): void {
  walk.prose.push({ file: walk.file, line: firstTokenLine(tokens), text: toSourceText(tokens) });
}
