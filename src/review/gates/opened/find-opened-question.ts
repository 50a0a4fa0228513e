import { createNamesAnswer } from '../names-key.js';

/** A program before the change and now, as a text in any language. */
export interface TextChange {
  readonly before: string;
  readonly now: string;
}

interface Line {
  readonly text: string;
  readonly depth: number;
  readonly at: number;
  /** The line behind it that is not blank. */
  readonly next: string | undefined;
}

/** So many lines behind a question are looked at, and so great a part of them has to be there still. */
const mostBehind = 40;
const part = 0.6;
/** Questions that are gone, of each of which the whole text is searched for what stood behind it. */
const mostGone = 100;

const note = /^(?:\/\/|\/\*|\*|#(?!if|\{)|<!--|--|\{\{!|<%#|\{#)/;
const listing = /^(?:import\b|from\b|using\b|use\s|require\b|@?include\b|export\s*\{|package\b)/;
const condition =
  /\b(?:if|unless|when|elsif|elif|guard|while|case)\b|&&|\|\||\?(?![.?])|\b(?:and|or)\b|v-if|ngIf|\*ng|#if|->/;
const leaving = /^\s*(?:return|raise|throw|redirect|head|next|continue|break|exit|render)\b/;
const negation = /!(?!=)|\bnot\b|\bunless\b|[dD]isabled|\bisOff\b|\bisFalse\b|[!=]==?\s*(?:false|False)\b/;

/**
 * Where a program no longer asks for a flag, or asks the other way round, and what stood behind the question is there still: everyone has that now. An offset in the new text;
 * `undefined` where it is not evident. Reads lines, so that it holds in every language, and for questions that are asked in a team's own way. `names`: whether a line names the flag.
 */
export function findOpenedQuestion({ before, now }: TextChange, names: (line: string) => boolean): number | undefined {
  const [old, come] = [linesOf(before), linesOf(now)];
  const namesAnswer = createNamesAnswer(before, names);
  const isQuestion = ({ text }: Line): boolean => !note.test(text) && !listing.test(text) && namesAnswer(text);
  const asked = old.filter(isQuestion);
  const known = new Set(come.map(({ text }) => text));
  const knownBefore = new Set(old.map(({ text }) => text));
  const gone = asked.filter(({ text }) => !known.has(text) && condition.test(text));
  if (gone.length === 0) return undefined;
  const added = come.filter(({ text }) => !knownBefore.has(text));
  const turned = findTurned(gone, added);
  if (turned !== undefined) return turned.at;
  // It may be asked in another way now.
  if (added.some(isQuestion)) return undefined;
  for (const line of gone.slice(0, mostGone)) {
    const found = stillThere(line, old, come, added);
    if (found !== undefined) return found.at;
  }
  return undefined;
}

function linesOf(text: string): readonly Line[] {
  const lines = [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const written = line.trim();
    const depth = line.length - line.trimStart().length;
    return written === '' ? [] : [{ text: written, depth, at: index + depth }];
  });
  return lines.map((line, index) => ({ ...line, next: lines[index + 1]?.text }));
}

/** The first new line that says the same as a question that is gone but for what turns that round, with the same line behind it. */
function findTurned(gone: readonly Line[], added: readonly Line[]): Line | undefined {
  const known = new Map(added.toReversed().map((line) => [sayingOf(line, isNegated(line)), line]));
  for (const line of gone) {
    const turned = known.get(sayingOf(line, !isNegated(line)));
    if (turned !== undefined) return turned;
  }
  return undefined;
}

function isNegated({ text }: Line): boolean {
  return negation.test(text);
}

/** What a line says but for its way round, that way, and the line behind it. */
function sayingOf({ text, next = '' }: Line, way: boolean): string {
  const said = text.replaceAll(/[!=]==?\s*(?:true|false)\b|[!()\s#^/]|\bnot\b|\b(?:if|unless|else)\b|\.not\b/gi, '');
  return `${way}\n${said}\n${next}`;
}

/** What stood behind a question that is gone, where it is there and nothing new stands before it. */
function stillThere(line: Line, old: readonly Line[], come: readonly Line[], added: readonly Line[]): Line | undefined {
  const behind = behindOf(line, old);
  if (behind.length > 0) {
    const places = new Map(come.map((each) => [each.text, each]));
    const left = behind.filter(({ text }) => places.has(text));
    const [first] = left.map(({ text }) => places.get(text) as Line);
    if (first === undefined || left.length < part * behind.length) return undefined;
    const above = come[come.indexOf(first) - 1];
    return above !== undefined && added.includes(above) && condition.test(above.text) ? undefined : first;
  }
  const words = wordsOf(onSide(line.text));
  return added.find(({ text }) => {
    const own = wordsOf(text);
    return own.length > 1 && own.length < words.length && isWithin(own, words);
  });
}

/** The lines that a question decides on: those set in below it, or what follows where it leaves; none where it stands in a line with what it decides on. */
function behindOf(line: Line, lines: readonly Line[]): readonly Line[] {
  const from = lines.indexOf(line) + 1;
  const block = until(lines, from, line.depth);
  const other = lines[from + block.length];
  const isNegated = negation.test(line.text);
  const meant = (found: readonly Line[]): readonly Line[] =>
    found.filter(({ text }) => /\w{3}/.test(text)).slice(0, mostBehind);
  const leavesHere = leaving.test(line.text) || (block.length <= 2 && block.some(({ text }) => leaving.test(text)));
  if (isNegated && leavesHere) {
    const isClosed = block.length > 0 && other !== undefined && /^(?:end|\})/.test(other.text);
    return meant(until(lines, from + block.length + (isClosed ? 1 : 0), line.depth - 1)).slice(0, 5);
  }
  if (!isNegated) return meant(block);
  return other?.depth === line.depth && /^[-}{%<\s:@]*else\b/.test(other.text)
    ? meant(until(lines, from + block.length + 1, line.depth))
    : [];
}

/** The lines from `from` on that are set in further than `depth`. */
function until(lines: readonly Line[], from: number, depth: number): readonly Line[] {
  const end = lines.findIndex((line, index) => index >= from && line.depth <= depth);
  return lines.slice(from, end === -1 ? lines.length : end);
}

/** Of `asked ? one : other` that where the flag is on; of anything else all. */
function onSide(text: string): string {
  const [, on, off] = /\s\?\s(.+)\s:\s(.+)$/.exec(text) ?? [];
  if (on === undefined || off === undefined) return negation.test(text) && /\?/.test(text) ? '' : text;
  return text.replace(negation.test(text.slice(0, text.indexOf(' ? '))) ? ` ? ${on} :` : ` : ${off}`, '');
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function isWithin(few: readonly string[], many: readonly string[]): boolean {
  let at = 0;
  for (const word of many) if (word === few[at]) at++;
  return at === few.length;
}
